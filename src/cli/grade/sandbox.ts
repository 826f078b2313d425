/** Sandboxes that others keep, each as the command line that runs the grader's inner half in it. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
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
  command(job: Job, script?: string): string[];
  /** What the command finds at its standard input. */
  input?: Buffer;
  /** The command's own variables, where what it runs could see them; this process's where absent. */
  env?: NodeJS.ProcessEnv;
  /** Ends what runs, where ending the command does not. */
  stop?(job: Job): string[];
}

const root = projectRoot();
const script = (name: string): string => join(root, "dist", "cli", "grade", name);
const inner = script("run-inside.js");

/** The folders from which a notebook's imports are found: the package's own, or that into which it is installed. */
const packages = ancestors(root)
  .map((folder) => join(folder, "node_modules"))
  .filter((folder) => existsSync(folder));
const base = dirname(packages.at(-1) ?? join(root, "node_modules"));
const WORK = join(base, ".grade");
const READS = [...packages]
  .reverse()
  .concat(["dist", "vendor", "locales", "data", "package.json"].map((name) => join(root, name)));
/** The teacher's answers, and the site that has them. */
const HIDDEN = ["data/exercises", "dist/site"]
  .map((path) => join(root, path))
  .filter((path) => existsSync(path));
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
const inside = (notebook: string, { options }: Job, script: string, node = process.execPath): string[] => [
  node,
  script,
  JSON.stringify({ ...options, notebook }),
];

/**
 * Calls that hold memory which no process has (shared memory, queues), read the keys of whoever grades, or are of use
 * to none but those who look for a hole in the kernel; their numbers on each machine.
 */
const REFUSED: Partial<Record<NodeJS.Architecture, { machine: number; calls: readonly number[] }>> = {
  x64: { machine: 0xc000003e, calls: [29, 68, 248, 249, 250, 298, 319, 321, 323, 425, 447] },
  arm64: { machine: 0xc00000b7, calls: [194, 186, 217, 218, 219, 241, 279, 280, 282, 425, 447] },
};
const FILTER = REFUSED[process.arch] && seccompFilter(REFUSED[process.arch]!);

/** A filter of system calls (Linux, `struct sock_filter`): the calls of another machine, and those named, are refused. */
function seccompFilter({ machine, calls }: { machine: number; calls: readonly number[] }): Buffer {
  const [load, equal, atLeast, end] = [0x20, 0x15, 0x35, 0x06];
  const refuse = calls.length + 5;
  const steps = [
    [load, 0, 0, 4],
    [equal, 0, refuse - 2, machine],
    [load, 0, 0, 0],
    [atLeast, refuse - 4, 0, 0x40000000],
    ...calls.map((call, at) => [equal, refuse - 5 - at, 0, call]),
    [end, 0, 0, 0x7fff0000],
    [end, 0, 0, 0x00050001],
  ] as const;
  const filter = Buffer.alloc(8 * steps.length);
  for (const [at, [code, ifTrue, ifFalse, value]] of steps.entries()) {
    filter.writeUInt16LE(code, 8 * at);
    filter.writeUInt8(ifTrue, 8 * at + 2);
    filter.writeUInt8(ifFalse, 8 * at + 3);
    filter.writeUInt32LE(value, 8 * at + 4);
  }
  return filter;
}

/** Namespaces of its own for files, processes, users and the network; nothing of the disk is writable. */
function bubblewrap(extra: readonly string[]): Sandbox {
  const pairs = (flag: string, paths: readonly string[]): string[] =>
    paths.flatMap((path) => [flag, path, path]);
  const room = (path: string): string[] => ["--size", String(256 * 2 ** 20), "--tmpfs", path];
  return {
    name: "bubblewrap",
    inPlace: false,
    // It is the first process inside, whose variables all others can read.
    env: { PATH: process.env.PATH },
    ...(FILTER && { input: FILTER }),
    command: (job, script = inner) => [
      "bwrap",
      ...["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv", ...extra],
      ...(FILTER ? ["--seccomp", "0"] : []),
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
      ...inside(join(WORK, "notebook.ipynb"), job, script),
    ],
  };
}

/** What macOS brings along. */
export const seatbelt: Sandbox = {
  name: "sandbox-exec",
  inPlace: true,
  command: (job, script = inner) => {
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
      ...inside(job.notebook, job, script),
    ];
  },
};

/** A container of Node's own image, which has to be there. */
export function container(engine: string): Sandbox {
  const nameOf = ({ notebook }: Job): string =>
    `${basename(dirname(dirname(notebook)))}-${basename(dirname(notebook))}`.replace(/^\W+/, "");
  const image = `node:${process.versions.node.split(".")[0]}-slim`;
  return {
    name: engine,
    inPlace: false,
    command: (job, script = inner) => [
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
      // Podman copies what lies below into a tmpfs.
      ...HIDDEN.flatMap((path) => ["--volume", `${dirname(job.notebook)}:${path}:ro`]),
      ...["--volume", `${job.notebook}:${WORK}/notebook.ipynb:ro`, "--workdir", WORK],
      ...Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      ...[image, ...inside(join(WORK, "notebook.ipynb"), job, script, "node")],
    ],
    stop: (job) => [engine, "kill", nameOf(job)],
  };
}

/** No sandbox: the notebooks are trusted. */
export const trust: Sandbox = {
  name: "",
  inPlace: true,
  command: (job, script = inner) => inside(job.notebook, job, script),
};

/** The first sandbox that confines here; where none does, what each said. */
export function findSandbox(): { sandbox?: Sandbox; tried: string[] } {
  const tried: string[] = [];
  // A user namespace below its own would be a way to more rights; versions before 0.8 cannot forbid it.
  const candidates =
    process.platform === "linux"
      ? [bubblewrap(["--unshare-user", "--disable-userns"]), bubblewrap([])]
      : process.platform === "darwin"
        ? [seatbelt]
        : [];
  const sandbox = [...candidates, container("docker"), container("podman")].find((one) => {
    const why = whatIsWrong(one);
    if (why !== null && !tried.includes(why)) tried.push(why);
    return why === null;
  });
  return { ...(sandbox && { sandbox }), tried };
}

/** Runs a probe in a sandbox; null where the probe ran, and reached nothing that it must not. */
export function whatIsWrong(sandbox: Sandbox): string | null {
  const folder = mkdtempSync(placeOfCopies(sandbox, tmpdir()));
  const secret = mkdtempSync(join(tmpdir(), "secret-"));
  try {
    const job = {
      notebook: join(folder, "0", "notebook.ipynb"),
      memory: 1500,
      options: { secret, hidden: HIDDEN, root },
    };
    mkdirSync(dirname(job.notebook));
    writeFileSync(job.notebook, "{}");
    const [command, ...args] = sandbox.command(job, script("probe.js"));
    const { input, env } = sandbox;
    const { stdout, stderr, error } = spawnSync(command!, args, {
      input,
      env,
      encoding: "utf8",
      timeout: 20_000,
    });
    if (stdout === "confined\n") return null;
    const said = error
      ? (error as NodeJS.ErrnoException).code
      : stdout.trim() || stderr.trim().split("\n")[0];
    return `${command!}: ${said}`;
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(secret, { recursive: true });
  }
}
