/** What a handed-in notebook may try. Each probe says what it found; what counts is what is true outside afterwards. */
import { expect } from "chai";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import type { Inside } from "../../src/cli/grade/run-inside.js";
import { runSandboxed, StoppedError } from "../../src/cli/grade/run-sandboxed.js";
import { findSandbox } from "../../src/cli/grade/sandbox.js";

const { sandbox, tried } = findSandbox();
const SECRET = `secret-${process.pid}`;
const root = projectRoot();
const outside = mkdtempSync(join(tmpdir(), "egov-kz-outside-"));
const secretFile = join(outside, "secret.txt");
const target = join(outside, "target.txt");
const socketPath = join(outside, "socket");
const limits = { timeout: 15, notebookTimeout: 90, memory: 1500, output: 20, language: "en" };

const EMPTY = {
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  ...{ nbformat: 4, nbformat_minor: 5 },
};
const READY = `import { check } from "egov-kz";
import * as fs from "fs"; import * as net from "net"; import * as os from "os"; import * as path from "path";
import * as cp from "child_process"; import * as v8 from "v8"; import * as wt from "worker_threads"; import * as dgram from "dgram";
const secret = ${JSON.stringify(secretFile)}, target = ${JSON.stringify(target)}, root = ${JSON.stringify(root)};
const say = (command: string) => { const { stdout, stderr } = cp.spawnSync("sh", ["-c", command], { encoding: "utf8", timeout: 5000 }); return stdout + stderr; };
const perl = (what: string) => String(cp.spawnSync("perl", ["-e", "print((" + what + ') ? "MADE" : $!)'], { encoding: "utf8" }).stdout);
const connect = (to: any) => new Promise<string>((done) => { const s = net.connect(to, () => done("CONNECTED")); s.on("error", (e: any) => done(e.code)); setTimeout(() => done("late"), 2000); });
const worker = (code: string, options: any = {}) => new Promise<string>((done) => { const w = new wt.Worker(code, { eval: true, execArgv: [], ...options }); w.on("message", (m) => done(String(m))); w.on("error", (e) => done(String(e))); setTimeout(() => done("late"), 3000); });
async function probe(name: string, attempt: () => any) { let found; try { found = await attempt(); } catch (e: any) { found = e.code ?? String(e.message ?? e).slice(0, 200); } check(name, String(found).slice(0, 2000)); }`;

const arm = process.arch === "arm64";

/** By name: code that leaves the sandbox, if anything does. */
const PROBES: Record<string, string> = {
  "reads a file of the grader's": "fs.readFileSync(secret, 'utf8')",
  "reads it in a worker without flags":
    "worker(`require('worker_threads').parentPort.postMessage(require('fs').readFileSync(${JSON.stringify(secret)}, 'utf8'))`)",
  "reads it by a shell": "say('cat ' + secret)",
  "reads it through a symlink": "(fs.symlinkSync(secret, 'link'), fs.readFileSync('link', 'utf8'))",
  "reads it through a hard link": "(fs.linkSync(secret, 'hard'), fs.readFileSync('hard', 'utf8'))",
  "reads it through /proc/1/root": "fs.readFileSync('/proc/1/root' + secret, 'utf8')",
  "reads it through /proc/self/root": "fs.readFileSync('/proc/self/root/..' + secret, 'utf8')",
  "reads it through a parent's folder":
    "fs.readFileSync('/proc/' + process.ppid + '/cwd/../../..' + secret, 'utf8')",
  "reads it as an image's link":
    "import('@resvg/resvg-js').then(({ Resvg }: any) => new Resvg(`<svg xmlns='http://www.w3.org/2000/svg'><image href='${secret}'/></svg>`).toString())",
  "reads it by Python": "say(`python3 -c 'print(open(\"${secret}\").read())'`)",
  "lists the grader's folder": "fs.readdirSync(path.dirname(secret)).join()",
  "lists homes": "['/root', '/home'].map((p) => fs.existsSync(p) ? fs.readdirSync(p).join() : 'none').join()",
  "reads the passwords": "fs.readFileSync('/etc/shadow', 'utf8')",
  "reads the teacher's answers": "fs.readdirSync(path.join(root, 'data', 'exercises')).join() || 'EMPTY'",
  "reads them through the package":
    "fs.readFileSync(require.resolve('egov-kz').replace(/dist.*/, 'data/exercises/03.yaml'), 'utf8')",
  "reads the tests' answers":
    "fs.readFileSync(path.join(root, 'test/fixtures/numpy/exercises.json'), 'utf8').slice(0, 50)",
  "reads the project's history": "fs.readdirSync(path.join(root, '.git')).join()",
  "writes outside": "(fs.writeFileSync(target, 'OVERWRITTEN'), 'WRITTEN')",
  "writes into the package": "(fs.writeFileSync(path.join(root, 'dist', 'probe.txt'), 'x'), 'WRITTEN')",
  "writes into node_modules":
    "(fs.writeFileSync(path.join(root, 'node_modules', 'probe.txt'), 'x'), 'WRITTEN')",
  "writes into the data": "(fs.appendFileSync(path.join(root, 'data', 'countries.csv'), 'x'), 'WRITTEN')",
  "writes into the place of the answers":
    "(fs.writeFileSync(path.join(root, 'data', 'exercises', '03.yaml'), 'x'), 'WRITTEN')",
  "writes into /usr": "(fs.writeFileSync('/usr/bin/probe', 'x'), 'WRITTEN')",
  "writes beside its folders": "(fs.writeFileSync('/stranger', 'x'), 'WRITTEN')",
  "writes into /etc": "(fs.writeFileSync('/etc/stranger', 'x'), 'WRITTEN')",
  "writes into shared memory": "(fs.writeFileSync('/dev/shm/x', 'x'), 'WRITTEN')",
  "writes Node itself": "(fs.writeFileSync(process.execPath, 'x'), 'WRITTEN')",
  "changes the handed-in notebook": "(fs.writeFileSync('notebook.ipynb', '{}'), 'WRITTEN')",
  "removes the handed-in notebook": "(fs.unlinkSync('notebook.ipynb'), 'WRITTEN')",
  "overwrites by a diagnostic report":
    "((process.report as any).directory = path.dirname(target), process.report!.writeReport(path.basename(target)), fs.existsSync(target) ? 'WRITTEN' : 'none')",
  "overwrites by a heap snapshot": "(v8.writeHeapSnapshot(target), 'WRITTEN')",
  "overwrites by a flag of V8":
    "(v8.setFlagsFromString('--logfile=' + target), v8.setFlagsFromString('--log'), fs.existsSync(target) ? 'WRITTEN' : 'none')",
  "loads an addon of its own":
    "(fs.mkdirSync('node_modules/own', { recursive: true }), fs.writeFileSync('node_modules/own/a.node', 'no addon'), (process as any).dlopen({ exports: {} }, path.resolve('node_modules/own/a.node')))",
  "opens the grader's inspector": "((process as any)._debugProcess(" + process.pid + "), 'OPENED')",
  "ends the grader": `(process.kill(${process.pid}, 'SIGKILL'), 'KILLED')`,
  "ends the grader by a shell": `say('kill -9 ${process.pid} && echo KILLED')`,
  "sees the grader's processes": `fs.existsSync('/proc/${process.pid}/cmdline') ? fs.readFileSync('/proc/${process.pid}/cmdline', 'utf8') : 'none'`,
  "reads the grader's environment":
    "Object.values(process.env).join() + fs.readFileSync('/proc/' + process.ppid + '/environ', 'utf8')",
  "reads every process's variables":
    "fs.readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name)).map((pid) => { try { return fs.readFileSync('/proc/' + pid + '/environ', 'utf8'); } catch { return ''; } }).join()",
  "holds memory that no process has": `perl('shmget(0, 1e6, 0600 | 01000)')`,
  "holds queues that no process has": `perl('msgget(0, 0600 | 01000)')`,
  "holds memory in a file that is none": `perl('syscall(${arm ? 279 : 319}, "x", 0) >= 0')`,
  "reads the grader's keys": `perl('syscall(${arm ? 219 : 250}, 0, -3, 0, 0, 0) >= 0')`,
  "connects to the grader's port": "connect({ host: '127.0.0.1', port: PORT })",
  "connects to it by IPv6": "connect({ host: '::1', port: PORT })",
  "connects to its socket": `connect({ path: ${JSON.stringify(socketPath)} })`,
  "connects to an abstract socket": "connect({ path: '\\0egov-kz-" + process.pid + "' })",
  "connects to the internet": "connect({ host: '1.1.1.1', port: 53 })",
  "asks for a name":
    "import('dns').then((dns) => dns.promises.lookup('example.com')).then(() => 'CONNECTED')",
  "sends a datagram":
    "new Promise<string>((done) => dgram.createSocket('udp4').send('x', 53, '1.1.1.1', (e: any) => done(e ? e.code : 'CONNECTED')))",
  "fetches a page": "fetch('http://1.1.1.1').then(() => 'CONNECTED')",
  "mounts the disk": "say('mount --bind / /tmp && echo MOUNTED')",
  "makes a namespace with rights": "say('unshare -Urm sh -c \"mount -t tmpfs none /usr && echo MOUNTED\"')",
  "becomes another user": "(process.setuid!(1), 'CHANGED')",
  "makes a device": "say('mknod disk b 8 0 && echo MADE')",
  "writes another setting below /proc":
    "fs.readdirSync('/proc').filter((name) => !/^[0-9]|self|mounts|net/.test(name)).filter((name) => { try { fs.accessSync('/proc/' + name, fs.constants.W_OK); return true; } catch { return false; } }).map((name) => name + ' WRITTEN').join() || 'none'",
  "writes a setting of the kernel's":
    "(fs.writeFileSync('/proc/sys/kernel/domainname', 'stranger'), 'WRITTEN')",
  "pulls the emergency brake": "(fs.writeFileSync('/proc/sysrq-trigger', 'h'), 'WRITTEN')",
  "reads the kernel's messages": "say('dmesg | head -c 100')",
  "reads memory": "fs.openSync('/dev/mem', 'r') && 'OPENED'",
  "reads a disk":
    "fs.readdirSync('/dev').filter((name) => /^(sd|vd|nvme|dm-|loop)/.test(name)).join() || 'none'",
  "asks for a terminal": "fs.openSync('/dev/tty', 'r+') && 'OPENED'",
  "raises its limits": "say('prlimit --pid $$ --nproc=unlimited && echo RAISED')",
  "leaves its root": "say('chroot / true && echo CHANGED')",
  "sets the clock": "say('date -s 2000-01-01 && echo CHANGED')",
  "renames the machine": "say('hostname stranger && echo CHANGED')",
};

const ESCAPED = /CONNECTED|WRITTEN|OPENED|KILLED|MOUNTED|CHANGED|MADE|RAISED/;

(sandbox === undefined ? describe.skip : describe)(
  `a notebook in a sandbox @long${sandbox === undefined ? ` (skipped: ${tried.join("; ")})` : ""}`,
  function () {
    this.timeout(240_000);
    const servers: Server[] = [];
    let found = new Map<string, string>();

    before(async () => {
      writeFileSync(secretFile, SECRET);
      writeFileSync(target, "kept");
      process.env["EGOV_KZ_TEST_SECRET"] = SECRET;
      const port = await listen({ port: 0, host: "127.0.0.1" });
      await listen({ path: socketPath });
      await listen({ path: `\0egov-kz-${process.pid}` });
      const cells = Object.entries(PROBES).map(
        ([name, code]) =>
          `await probe(${JSON.stringify(name)}, () => ${code.replace("PORT", String(port))});`,
      );
      found = answersOf(await run([READY, ...cells]));
    });

    after(() => {
      for (const server of servers) server.close();
      delete process.env["EGOV_KZ_TEST_SECRET"];
      rmSync(outside, { recursive: true, force: true });
    });

    function listen(where: { port: number; host: string } | { path: string }): Promise<number> {
      const server = createServer((socket) => socket.end("hello"));
      servers.push(server);
      return new Promise((resolve) =>
        server.listen(where, () => resolve((server.address() as { port?: number }).port ?? 0)),
      );
    }

    for (const name of Object.keys(PROBES))
      it(`finds nothing when it ${name}`, () => {
        expect(found.has(name), "the probe ran").to.equal(true);
        expect(found.get(name)).not.to.contain(SECRET).and.not.to.match(ESCAPED);
      });

    it("leaves everything outside as it was", () => {
      expect(readFileSync(target, "utf8")).to.equal("kept");
      expect(existsSync(join(root, "dist", "probe.txt"))).to.equal(false);
      expect(existsSync(join(root, "node_modules", "probe.txt"))).to.equal(false);
      expect(found.get("reads the teacher's answers")).to.equal("EMPTY");
    });

    const ENDS: Record<string, [cell: string, why: RegExp | null]> = {
      "starts processes without end": [
        `cp.spawn("sh", ["-c", "f() { f | f & }; f"], { detached: true });`,
        null,
      ],
      "takes all memory": ["const hoard: any[] = []; for (;;) hoard.push(Buffer.alloc(5e7, 1));", null],
      "takes all memory in processes": [
        `for (let i = 0; i < 40; i++) cp.spawn(process.execPath, ["-e", "const a = []; setInterval(() => a.push(Buffer.alloc(2e7, 1)), 50)"]); await new Promise((done) => setTimeout(done, 8000));`,
        null,
      ],
      "fills the disk": [`for (;;) fs.appendFileSync("/tmp/full", Buffer.alloc(1e7));`, null],
      "puts out without end": [`for (;;) console.log("x".repeat(10000));`, null],
      "ends what runs it": ["process.kill(process.ppid, 'SIGKILL');", null],
      "ends all that it can": [`cp.execSync("kill -9 -1");`, null],
      "halts what runs it": ["process.kill(process.ppid, 'SIGSTOP');", null],
      "puts out what breaks a reader": [
        "console.log('x'); (globalThis as any)[Symbol.for('egov-kz.display')]({ data: { 'application/json': JSON.parse('['.repeat(7500) + ']'.repeat(7500)) }, metadata: {}, transient: {} }, false);",
        null,
      ],
    };
    for (const [name, [cell]] of Object.entries(ENDS))
      it(`comes to an end when it ${name}`, async () => {
        const began = Date.now();
        const end = await run([READY, cell], { notebookTimeout: 15 }, 30).catch((error: unknown) => error);
        if (end instanceof Error) expect(end).to.be.instanceOf(StoppedError);
        expect(Date.now() - began).to.be.below(60_000);
      });

    it("forges no more than answers, which are judged outside", async () => {
      const forged = JSON.stringify({ cells: [], answers: [{ id: "forged", answer: 1, more: [] }] });
      const cell = `fs.writeFileSync('/proc/' + process.ppid + '/fd/1', ${JSON.stringify(`${forged}\n`)}); process.kill(process.ppid, "SIGKILL");`;
      const end = await run([READY, cell]).catch((error: unknown) => error as StoppedError);
      if (!(end instanceof Error)) expect(end.answers.filter(({ id }) => id !== "forged")).to.deep.equal([]);
    });

    function answersOf({ answers }: Inside): Map<string, string> {
      return new Map(answers.map(({ id, answer }) => [id, String(answer)]));
    }

    function run(sources: readonly string[], more: object = {}, seconds = 200): Promise<Inside> {
      const cells = sources.map((source, at) => ({
        ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
        ...{ id: `c${at}`, source: [source] },
      }));
      const folder = mkdtempSync(join(outside, "job-"));
      mkdirSync(folder, { recursive: true });
      const notebook = join(folder, "notebook.ipynb");
      writeFileSync(notebook, JSON.stringify({ cells, ...EMPTY }));
      const job = { notebook, memory: 1500, options: { ...limits, ...more } };
      return runSandboxed(sandbox!, job, seconds, new AbortController().signal);
    }
  },
);
