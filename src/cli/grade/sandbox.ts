/** Sandboxes that others keep, each as the command line that runs the grader's inner half in it. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "../../base/project.js";

/** One notebook to be run. */
export interface Job {
  /** The copy, in a folder of its own. */
  notebook: string;
  /** MB for all of its processes. */
  memory: number;
  /** What is said to `run-inside`. */
  options: object;
}

export interface Sandbox {
  name: string;
  /** The copies have to lie where they find the package: what runs has no other place than theirs. */
  inPlace: boolean;
  command(job: Job): string[];
  /** Ends what runs, where ending the command does not. */
  stop?(job: Job): string[];
}

const root = projectRoot();
const inner = join(root, "dist", "cli", "grade", "run-inside.js");

/** The folders from which a notebook's imports are found: the package's own, or that into which it is installed. */
const packages = ancestors(root)
  .map((folder) => join(folder, "node_modules"))
  .filter((folder) => existsSync(folder));
const base = dirname(packages.at(-1) ?? join(root, "node_modules"));
const WORK = join(base, ".grade");
const READS = [...packages]
  .reverse()
  .concat(["dist", "vendor", "locales", "data", "package.json"].map((name) => join(root, name)));
/** The teacher's answers. */
const HIDDEN = [join(root, "data", "exercises")];
const SYSTEM = [
  "/usr",
  "/bin",
  "/lib",
  "/lib32",
  "/lib64",
  "/etc/ld.so.cache",
  "/etc/localtime",
  "/nix/store",
];

/** The system's own settings below /proc, which a root without rights may write; processes and links apart. */
const settings = (): string[] =>
  readdirSync("/proc")
    .filter((name) => !/^\d+$/.test(name))
    .map((name) => join("/proc", name))
    .filter((path) => !lstatSync(path).isSymbolicLink());

/** Where the copies of a class lie that is run in this sandbox. */
export const placeOfCopies = (sandbox: Sandbox, elsewhere: string): string =>
  join(sandbox.inPlace ? base : elsewhere, ".grade-");

function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

const environment = { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: "/tmp", TMPDIR: "/tmp" };
const inside = (notebook: string, { options }: Job, node = process.execPath): string[] => [
  node,
  inner,
  JSON.stringify({ ...options, notebook }),
];

/** Namespaces of its own for files, processes, users and the network; nothing of the disk is writable. */
function bubblewrap(extra: readonly string[]): Sandbox {
  const pairs = (flag: string, paths: readonly string[]): string[] =>
    paths.flatMap((path) => [flag, path, path]);
  const room = (path: string): string[] => ["--size", String(256 * 2 ** 20), "--tmpfs", path];
  return {
    name: "bubblewrap",
    inPlace: false,
    command: (job) => [
      "bwrap",
      ...["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv", ...extra],
      ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value]),
      ...[
        "--proc",
        "/proc",
        ...pairs("--ro-bind-try", settings()),
        "--dev",
        "/dev",
        ...room("/tmp"),
        ...pairs("--ro-bind-try", SYSTEM),
      ],
      ...pairs("--ro-bind", [realpathSync(process.execPath), process.execPath, ...READS]),
      ...HIDDEN.flatMap((path) => ["--tmpfs", path, "--remount-ro", path]),
      ...[...room(WORK), "--ro-bind", job.notebook, join(WORK, "notebook.ipynb"), "--chdir", WORK],
      // What is left of the root is a disk in memory, which no limit counts.
      ...["--remount-ro", "/dev", "--remount-ro", "/"],
      ...["--", "prlimit", "--core=0", "--nproc=1024", `--data=${(job.memory + 1000) * 2 ** 20}`],
      ...inside(join(WORK, "notebook.ipynb"), job),
    ],
  };
}

/** What macOS brings along. */
const seatbelt: Sandbox = {
  name: "sandbox-exec",
  inPlace: true,
  command: (job) => {
    const folder = dirname(job.notebook);
    const paths = (list: readonly string[]): string =>
      list.map((path) => `(subpath ${JSON.stringify(realpathSync(path))})`).join(" ");
    const profile = `(version 1) (deny default) (allow process-fork) (allow process-exec) (allow signal (target same-sandbox))
      (allow sysctl-read) (allow file-read-metadata) (allow network* (local ip "localhost:*")) (allow network-outbound (remote ip "localhost:*"))
      (allow file-read* (subpath "/usr") (subpath "/bin") (subpath "/System") (subpath "/dev") ${paths([process.execPath, ...READS, folder])})
      (deny file-read* ${paths(HIDDEN)}) (allow file-write* (literal "/dev/null") ${paths([folder])})`;
    const variables = Object.entries({ ...environment, HOME: folder, TMPDIR: folder });
    return [
      ...[
        "sandbox-exec",
        "-p",
        profile,
        "/usr/bin/env",
        "-i",
        ...variables.map(([name, value]) => `${name}=${value}`),
      ],
      ...inside(job.notebook, job),
    ];
  },
};

/** A container of Node's own image, which has to be there. */
function container(engine: string): Sandbox {
  const nameOf = ({ notebook }: Job): string =>
    `${basename(dirname(dirname(notebook)))}-${basename(dirname(notebook))}`.replace(/^\W+/, "");
  const image = `node:${process.versions.node.split(".")[0]}-slim`;
  return {
    name: engine,
    inPlace: false,
    command: (job) => [
      ...[
        engine,
        "run",
        "--rm",
        "--pull",
        "never",
        "--name",
        nameOf(job),
        "--network",
        "none",
        "--read-only",
      ],
      ...["--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--user", "65534:65534"],
      ...[
        "--pids-limit",
        "512",
        "--memory",
        `${job.memory}m`,
        "--tmpfs",
        "/tmp",
        "--tmpfs",
        `${WORK}:mode=1777`,
      ],
      ...READS.flatMap((path) => ["--volume", `${path}:${path}:ro`]),
      ...HIDDEN.flatMap((path) => ["--tmpfs", path]),
      ...["--volume", `${job.notebook}:${WORK}/notebook.ipynb:ro`, "--workdir", WORK],
      ...Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      ...[image, ...inside(join(WORK, "notebook.ipynb"), job, "node")],
    ],
    stop: (job) => [engine, "kill", nameOf(job)],
  };
}

/** No sandbox: the notebooks are trusted. */
export const trust: Sandbox = {
  name: "",
  inPlace: true,
  command: (job) => inside(job.notebook, job),
};

/** The first sandbox that works here; where none does, what each said. */
export function findSandbox(): { sandbox?: Sandbox; tried: string[] } {
  const tried: string[] = [];
  const works = (command: readonly string[]): boolean => {
    const { status, stderr, error } = spawnSync(command[0]!, command.slice(1), {
      encoding: "utf8",
      timeout: 20_000,
    });
    const said = error ? (error as NodeJS.ErrnoException).code : stderr.trim().split("\n")[0];
    if (status !== 0) tried.push(`${command[0]!}: ${said ?? status}`);
    return status === 0;
  };
  const least = [
    "bwrap",
    "--unshare-all",
    "--die-with-parent",
    "--ro-bind",
    "/",
    "/",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
  ];
  // A user namespace below its own would be a way to more rights; versions before 0.8 cannot forbid it.
  const forbidding = ["--unshare-user", "--disable-userns"];
  if (process.platform === "linux" && works([...least, "true"])) {
    const forbids = works([...least, ...forbidding, "true"]);
    return { sandbox: bubblewrap(forbids ? forbidding : []), tried };
  }
  if (
    process.platform === "darwin" &&
    works(["sandbox-exec", "-p", "(version 1) (allow default)", "/usr/bin/true"])
  )
    return { sandbox: seatbelt, tried };
  const engine = ["docker", "podman"].find((name) =>
    works([name, "image", "inspect", `node:${process.versions.node.split(".")[0]}-slim`]),
  );
  return { ...(engine && { sandbox: container(engine) }), tried };
}
