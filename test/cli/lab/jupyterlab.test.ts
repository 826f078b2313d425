import { expect } from "chai";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findJupyterLab, makeEnvironment } from "../../../src/cli/lab/jupyterlab.js";

/** A Python that can make an environment of itself, whose pip "installs" a JupyterLab of 4.9.1, or fails. */
const python = (pip: string) => `#!/bin/sh
case "$*" in
  --version) echo "Python 3.12.1" ;;
  "-m venv --clear "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
  "-m pip install "*"requirements-lab.txt") ${pip} ;;
esac
`;
const PIP = `printf '#!/bin/sh\\necho 4.9.1\\n' > "$(dirname "$0")/jupyter-lab" && chmod +x "$(dirname "$0")/jupyter-lab"`;

describe("the JupyterLab that is started", () => {
  let root: string;
  let path: string | undefined;
  const { log } = console;
  const said: string[] = [];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "egov-kz-find-"));
    path = process.env.PATH;
    said.length = 0;
    console.log = (line: string) => void said.push(line);
  });

  afterEach(() => {
    console.log = log;
    process.env.PATH = path;
    rmSync(root, { recursive: true, force: true });
  });

  /** A command in a folder of its own, which becomes the first of PATH. */
  function command(folder: string, name: string, script: string): string {
    const file = join(root, folder, name);
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(file, script);
    chmodSync(file, 0o755);
    return file;
  }
  const lab = (folder: string, version: string) =>
    command(folder, "jupyter-lab", `#!/bin/sh\necho ${version}\n`);

  it("is the first of version 4 or later on PATH; older and broken ones are passed over", async () => {
    lab("old", "3.6.7");
    command("broken", "jupyter-lab", "#!/bin/sh\nexit 1\n");
    const right = lab("right", "4.2.0");
    lab("later", "5.0.1");
    const folders = ["missing", "old", "broken", "right", "later"].map((name) => join(root, name));
    expect(await findJupyterLab(root, folders.join(":"))).to.deep.equal({ command: right, version: "4.2.0" });
  });

  it("is else the project's own, and else none", async () => {
    expect(await findJupyterLab(root, join(root, "missing"))).to.equal(null);
    const own = lab(".lab/bin", "4.6.4");
    expect(await findJupyterLab(root, "")).to.deep.equal({ command: own, version: "4.6.4" });
  });

  it("is installed into .lab where a Python is found, after saying where and how long", async () => {
    command("bin", "python3", python(PIP));
    process.env.PATH = `${join(root, "bin")}:${path}`;
    const made = await makeEnvironment(root);
    expect(made).to.deep.equal({ command: join(root, ".lab", "bin", "jupyter-lab"), version: "4.9.1" });
    expect(said.join("\n")).to.match(/installing one into .*\.lab \(about 300 MB; one to three minutes/);
  });

  it("leaves nothing half-made where the installation fails", async () => {
    command("bin", "python3", python("exit 3"));
    process.env.PATH = `${join(root, "bin")}:${path}`;
    const failure = await makeEnvironment(root).catch((error: Error) => error.message);
    expect(failure).to.match(/^lab could not install JupyterLab: ".*-m pip install .*" ended with code 3$/);
    expect(existsSync(join(root, ".lab"))).to.equal(false);
  });

  it("is asked for in words where there is no Python, or one that is too old", async () => {
    command("bin", "python3", "#!/bin/sh\necho Python 3.9.2\n");
    for (const folder of ["none", "bin"]) {
      process.env.PATH = join(root, folder);
      const failure = await makeEnvironment(root).catch((error: Error) => error.message);
      expect(failure).to.match(/^lab requires a JupyterLab 4 or a Python 3\.10 \(or later\)/);
      expect(failure)
        .to.contain("apt install python3")
        .and.to.contain('"npm start" runs all notebooks and needs no Python');
    }
  });
});
