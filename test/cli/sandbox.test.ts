/** What a sandbox is told, and what is found of one that does not confine; `sandbox.kernel.test.ts` tries the one that is here. */
import { expect } from "chai";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import { container, findSandbox, seatbelt, trust, whatIsWrong } from "../../src/cli/grade/sandbox.js";
import { emptyFolder } from "../jupyter/egov-kz.js";

const folder = join(emptyFolder(), "3");
mkdirSync(folder);
const job = { notebook: join(folder, "notebook.ipynb"), memory: 1500, options: { timeout: 5 } };
writeFileSync(job.notebook, "{}");
const answers = join(projectRoot(), "data", "exercises");

/** Pairs of an option and its value, in their order. */
const told = (args: readonly string[], option: string): string[] =>
  args.filter((_, at) => args[at - 1] === option);

describe("a sandbox", function () {
  this.timeout(60_000);

  it("that confines nothing is found out, and says what it lets through", () => {
    expect(whatIsWrong(trust)).to.match(
      /: reads the grader's files; reads the answers; writes into the package$/,
    );
  });

  it("that is not there is named with the reason", () => {
    expect(whatIsWrong(container("no-such-engine"))).to.equal("no-such-engine: ENOENT");
    expect(whatIsWrong({ ...trust, command: () => ["sh", "-c", "echo broken >&2; exit 3"] })).to.equal(
      "sh: broken",
    );
  });

  it("that is chosen is one in which the probe reaches nothing", () => {
    const { sandbox, tried } = findSandbox();
    if (sandbox) expect(whatIsWrong(sandbox)).to.equal(null);
    else expect(tried.join()).to.include("bwrap: ");
  });
});

// docs.docker.com/reference/cli/docker/container/run, docs.podman.io/en/latest/markdown/podman-run.1.html
describe("a container", () => {
  const args = container("docker").command(job);
  const image = args.findIndex((arg) => /^node:\d+-slim$/.test(arg));

  it("has no network, no rights, a root that is read only, and limits", () => {
    const before = args.slice(0, image).join(" ");
    for (const option of [
      "run --rm --pull never",
      "--network none",
      "--read-only",
      "--cap-drop ALL --security-opt no-new-privileges --user 65534:65534",
      "--memory 1500m",
    ])
      expect(before).to.include(option);
    expect(args.slice(image + 1, image + 3)).to.deep.equal([
      "node",
      join(projectRoot(), "dist", "cli", "grade", "run-inside.js"),
    ]);
  });

  it("reads all that it is given and writes none of it; an empty folder is over the answers", () => {
    const volumes = told(args, "--volume");
    for (const volume of volumes) expect(volume).to.match(/^\/[^:]+:\/[^:]+:ro$/);
    const data = volumes.findIndex((one) => one.includes(`:${join(projectRoot(), "data")}:`));
    expect(volumes.indexOf(`${folder}:${answers}:ro`)).to.be.above(data);
    // Podman copies what is below into a tmpfs.
    expect(told(args, "--tmpfs").join()).to.not.include("exercises");
  });

  it("is ended by its name", () => {
    expect(container("podman").stop!(job)).to.deep.equal(["podman", "kill", told(args, "--name")[0]]);
  });
});

// Apple documents no language of profiles; the rules are those of its own in /System/Library/Sandbox/Profiles.
describe("sandbox-exec", () => {
  it("is told to refuse what is not named, the answers after what holds them, and writing but in the copy's folder", () => {
    const [command, option, profile, ...rest] = seatbelt.command(job);
    expect([command, option]).to.deep.equal(["sandbox-exec", "-p"]);
    expect(profile).to.match(/^\(version 1\) \(deny default\)/);
    expect(profile!.indexOf(`(deny file-read* (subpath "${answers}")`)).to.be.above(
      profile!.indexOf("(allow file-read*"),
    );
    expect(profile!.match(/\(allow file-write\*.*\)/)![0]).to.equal(
      `(allow file-write* (literal "/dev/null") (subpath ${JSON.stringify(folder)}))`,
    );
    expect(profile!.split("(").length).to.equal(profile!.split(")").length);
    expect(rest.slice(0, 2)).to.deep.equal(["/usr/bin/env", "-i"]);
  });
});
