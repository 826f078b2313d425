import { expect } from "chai";
import { Command } from "@commander-js/extra-typings";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { register, writeLabKernels } from "../../../src/cli/lab.js";
import { writePlotlyExtension } from "../../../src/cli/lab/plotly-extension.js";
import { temporaryFolder } from "../../helper/table/temporary-file.js";
import { serverArguments } from "../../../src/cli/lab/serve.js";

describe("the kernels that JupyterLab is shown", () => {
  it("are ours under the name that the notebooks carry, and the stock one where it is installed, in the given folder", () => {
    const installed = join(mkdtempSync(join(temporaryFolder, "stock-")), "node_modules", "tslab");
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(installed, "package.json"), "{}");
    process.env.EGOV_KZ_TSLAB = join(installed, "..", "..");
    const folder = mkdtempSync(join(temporaryFolder, "kernels-"));
    writeLabKernels(folder);
    delete process.env.EGOV_KZ_TSLAB;
    const spec = (name: string) =>
      JSON.parse(readFileSync(join(folder, "kernels", name, "kernel.json"), "utf8")) as Record<
        string,
        unknown
      >;
    expect(spec("tslab")).to.include({ display_name: "TypeScript", language: "typescript" });
    expect((spec("tslab").argv as string[]).slice(1).join(" ")).to.match(
      /kernel[\\/]start\.js \{connection_file\}$/,
    );
    expect(spec("tslab-stock").display_name).to.equal("TypeScript (stock tslab)");
    expect((spec("tslab-stock").argv as string[]).join(" ")).to.match(
      /bin[\\/]tslab kernel --config-path \{connection_file\}$/,
    );
  });
});

/** A module as webpack's federation has it. */
interface Federated {
  init(scope: object): void;
  get(): Promise<() => { default: { rendererFactory: { mimeTypes: string[] } }[] }>;
}

describe("the extension that draws charts in JupyterLab", () => {
  it("stands in for plotly's own, as a module that renders its type of output, with the library beside it", async () => {
    const folder = mkdtempSync(join(temporaryFolder, "extension-"));
    writePlotlyExtension(folder);
    const place = join(folder, "labextensions", "jupyterlab-plotly");
    const { name, jupyterlab } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as { name: string; jupyterlab: { _build: { load: string } } }; // prettier-ignore
    expect(name).to.equal("jupyterlab-plotly");
    expect(existsSync(join(place, "static", "plotly.min.js"))).to.equal(true);
    const page: { document: object; _JUPYTERLAB?: Record<string, Federated> } = {
      document: { currentScript: { src: "http://lab/static/remoteEntry.js" } },
    };
    new Function("globalThis", readFileSync(join(place, jupyterlab._build.load), "utf8"))(page);
    const module = page._JUPYTERLAB!["jupyterlab-plotly"]!;
    module.init({
      "@lumino/widgets": { "2.9.0": { get: () => Promise.resolve(() => ({ Widget: Object })) } },
    });
    const { default: extensions } = (await module.get())();
    expect(extensions[0]!.rendererFactory.mimeTypes).to.deep.equal(["application/vnd.plotly.v1+json"]);
  });
});

describe("egov-kz lab", () => {
  const plain = { root: "/p", jupyterPath: "/k", language: "en", browser: true } as const;

  it("serves on loopback alone, from the project, beginning with the first notebook", () => {
    expect(serverArguments(plain)).to.include.members([
      "--ServerApp.ip=127.0.0.1",
      "--ServerApp.root_dir=/p",
      "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb",
    ]);
    expect(serverArguments(plain).join(" ")).not.to.match(/token|password|no-browser|port/);
  });

  it("begins with the first notebook in the language that is asked for", () => {
    const url = "--LabApp.default_url=/lab/tree/notebooks/kk/00-start-here.ipynb";
    expect(serverArguments({ ...plain, language: "kk" })).to.include(url);
  });

  it("takes the port that is asked for or none, and opens no browser when told so", () => {
    const asked = serverArguments({ ...plain, port: 9000, browser: false });
    expect(asked).to.include.members(["--ServerApp.port=9000", "--ServerApp.port_retries=0", "--no-browser"]);
  });

  it("refuses a port that is none", async () => {
    for (const port of ["0", "70000", "88.5", "http"]) {
      const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
      register(
        program
          .command("lab")
          .exitOverride()
          .configureOutput({ writeErr: () => undefined }),
      );
      const refusal = await program.parseAsync(["lab", "--port", port], { from: "user" }).catch(String);
      expect(refusal, port).to.match(/it must be a whole number from 1 to 65535/);
    }
  });
});
