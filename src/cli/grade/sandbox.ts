/** Sandboxes that others maintain, each as the command line that runs the grader's inner half in it. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs"; // prettier-ignore
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "../../base/project.js";

/** A notebook to run. */
export interface Job {
  /** The copy, in a folder of its own. */
  notebook: string;
  /** MB for all of its processes. */
  memory: number;
  /** The options of `run-inside`, or of another script of this folder. */
  options: object;
  script?: "probe";
}

export interface Sandbox {
  name: string;
  /** Whether the copies must be where they find the package, because the command cannot place them elsewhere. */
  inPlace: boolean;
  command(job: Job): string[];
  /** The command's standard input. */
  input?: Buffer;
  /** The command's variables, if what it runs could see them; by default this process's. */
  env?: NodeJS.ProcessEnv;
  /** The command that ends what runs, if ending the first command does not. */
  stop?(job: Job): string[];
}

const root = projectRoot();

/** The folders in which a notebook's imports are found: the package's own, or the one it is installed into. */
const packages = ancestors(root)
  .map((folder) => join(folder, "node_modules"))
  .filter((folder) => existsSync(folder));
const base = dirname(packages.at(-1) ?? join(root, "node_modules"));
const WORK = join(base, ".grade");
const COPY = join(WORK, "notebook.ipynb");
const OWN = ["dist", "vendor", "locales", "data", "package.json"].map((name) => join(root, name));
const READS = [...packages.toReversed(), ...OWN];
/** The teacher's answers, and the site that has them. */
const HIDDEN = [join(root, "data/exercises"), join(root, "dist/site")].filter((path) => existsSync(path));

function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

/** The prefix of the folder for the copies of a class in this sandbox. */
export const placeOfCopies = ({ inPlace }: Sandbox): string => join(inPlace ? base : tmpdir(), ".grade-");

/** A command line: the text is split at blanks; each value is one word, or a list of words. */
function words(text: TemplateStringsArray, ...values: (string | readonly string[])[]): string[] {
  return text.flatMap((part, at) => [...part.split(/\s+/).filter(Boolean), ...[values[at] ?? []].flat()]);
}

const variables = Object.entries({ PATH: "/usr/local/bin:/usr/bin:/bin", HOME: "/tmp", TMPDIR: "/tmp" });

const inside = (notebook: string, { options, script }: Job, node = process.execPath): string[] => [
  node,
  join(root, "dist", "cli", "grade", `${script ?? "run-inside"}.js`),
  JSON.stringify({ ...options, notebook }),
];

/**
 * Calls that hold memory outside any process (shared memory, queues), read the teacher's keys, or help only to look for
 * a hole in the kernel; their numbers on each machine.
 */
const REFUSED: Partial<Record<NodeJS.Architecture, { machine: number; calls: readonly number[] }>> = {
  x64: { machine: 0xc000003e, calls: [29, 68, 248, 249, 250, 298, 319, 321, 323, 425, 447] },
  arm64: { machine: 0xc00000b7, calls: [194, 186, 217, 218, 219, 241, 279, 280, 282, 425, 447] },
};
const FILTER = REFUSED[process.arch] && seccompFilter(REFUSED[process.arch]!);

/** A filter of system calls (Linux, `struct sock_filter`): calls of another machine, and those named, are refused. */
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

const SYSTEM = words`/usr /bin /lib /lib32 /lib64 /etc/ld.so.cache /etc/localtime /nix/store`;

/** The system's own settings below /proc, which a root without rights may write; neither processes nor links. */
const settings = (): string[] =>
  readdirSync("/proc")
    .filter((name) => !/^\d+$/.test(name))
    .map((name) => join("/proc", name))
    .filter((path) => !lstatSync(path).isSymbolicLink());

/** Namespaces of its own for files, processes, users and the network; nothing of the disk is writable. */
function bubblewrap(extra: readonly string[]): Sandbox {
  const pairs = (flag: string, paths: readonly string[]): string[] =>
    paths.flatMap((path) => [flag, path, path]);
  const room = (path: string): string[] => words`--size ${String(256 * 2 ** 20)} --tmpfs ${path}`;
  const reads = [realpathSync(process.execPath), process.execPath, ...READS];
  return {
    name: "bubblewrap",
    inPlace: false,
    // It is the first process inside, whose variables all others can read.
    env: { PATH: process.env.PATH },
    ...(FILTER && { input: FILTER }),
    command: (job) => [
      ...words`bwrap --unshare-all --die-with-parent --new-session --cap-drop ALL --clearenv ${extra}`,
      ...(FILTER ? ["--seccomp", "0"] : []),
      ...variables.flatMap(([name, value]) => ["--setenv", name, value]),
      ...words`--proc /proc ${pairs("--ro-bind-try", settings())} --dev /dev ${room("/tmp")}`,
      ...pairs("--ro-bind-try", SYSTEM),
      ...pairs("--ro-bind", reads),
      ...HIDDEN.flatMap((path) => ["--tmpfs", path, "--remount-ro", path]),
      ...words`${room(WORK)} --ro-bind ${job.notebook} ${COPY} --chdir ${WORK}`,
      // The rest of the root is a disk in memory, which no limit counts.
      ...words`--remount-ro /dev --remount-ro /`,
      ...words`-- prlimit --core=0 --nproc=1024 ${`--data=${(job.memory + 1000) * 2 ** 20}`}`,
      ...inside(COPY, job),
    ],
  };
}

/** Part of macOS. */
export const seatbelt: Sandbox = {
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
    const set = variables.map(([name, value]) => `${name}=${name === "PATH" ? value : folder}`);
    return words`sandbox-exec -p ${profile} /usr/bin/env -i ${set} ${inside(job.notebook, job)}`;
  },
};

/** A container of Node's own image, which must be present. */
export function container(engine: string): Sandbox {
  const nameOf = ({ notebook }: Job): string =>
    `${basename(dirname(dirname(notebook)))}-${basename(dirname(notebook))}`.replace(/^\W+/, "");
  const image = `node:${process.versions.node.split(".")[0]}-slim`;
  return {
    name: engine,
    inPlace: false,
    command: (job) => [
      ...words`${engine} run --rm --pull never --name ${nameOf(job)} --network none --read-only`,
      ...words`--cap-drop ALL --security-opt no-new-privileges --user 65534:65534 --pids-limit 512`,
      ...words`--memory ${`${job.memory}m`} --tmpfs /tmp --tmpfs ${`${WORK}:mode=1777`}`,
      ...READS.flatMap((path) => ["--volume", `${path}:${path}:ro`]),
      // Podman copies what is below a tmpfs into it.
      ...HIDDEN.flatMap((path) => ["--volume", `${dirname(job.notebook)}:${path}:ro`]),
      ...words`--volume ${`${job.notebook}:${COPY}:ro`} --workdir ${WORK}`,
      ...variables.flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      ...[image, ...inside(COPY, job, "node")],
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

/** The first sandbox that confines here; if none does, what each said. */
export function findSandbox(): { sandbox?: Sandbox; tried: string[] } {
  const tried = new Set<string>();
  // A user namespace below its own would be a way to more rights; versions before 0.8 cannot forbid it.
  const wraps = [bubblewrap(["--unshare-user", "--disable-userns"]), bubblewrap([])];
  const own: Partial<Record<NodeJS.Platform, Sandbox[]>> = { linux: wraps, darwin: [seatbelt] };
  const candidates = [...(own[process.platform] ?? []), container("docker"), container("podman")];
  const sandbox = candidates.find((one) => {
    const why = whatIsWrong(one);
    if (why !== null) tried.add(why);
    return why === null;
  });
  return { ...(sandbox && { sandbox }), tried: [...tried] };
}

/** Runs a probe in a sandbox; null if the probe ran and reached nothing that it must not. */
export function whatIsWrong(sandbox: Sandbox): string | null {
  const folder = mkdtempSync(placeOfCopies(sandbox));
  const secret = mkdtempSync(join(tmpdir(), "secret-"));
  try {
    const notebook = join(folder, "0", "notebook.ipynb");
    mkdirSync(dirname(notebook));
    writeFileSync(notebook, "{}");
    const options = { secret, hidden: HIDDEN, root };
    const [command, ...args] = sandbox.command({ notebook, memory: 1500, options, script: "probe" });
    const { input, env } = sandbox;
    const run = spawnSync(command!, args, { input, env, encoding: "utf8", timeout: 20_000 });
    if (run.stdout === "confined\n") return null;
    const { code } = (run.error ?? {}) as NodeJS.ErrnoException;
    return `${command!}: ${code ?? (run.stdout.trim() || run.stderr.trim().split("\n")[0])}`;
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(secret, { recursive: true });
  }
}
