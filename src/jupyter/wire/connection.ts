/** Connection files: five loopback ports and a key that only their owner can read. */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;
type Ports = Record<(typeof PORTS)[number], number>;

export interface ConnectionInfo extends Ports {
  ip: string;
  key: string;
  transport: string;
  signature_scheme: string;
  kernel_name?: string;
}

const DEFAULTS = { ip: "127.0.0.1", transport: "tcp", signature_scheme: "hmac-sha256" };

/** The ports alone, by their names. */
export function portsOf(connection: ConnectionInfo): Ports {
  return Object.fromEntries(PORTS.map((name) => [name, connection[name]])) as Ports;
}

/** Ports that this process has handed out: the system may offer one again before its kernel has bound it. */
const handedOut = new Set<number>();

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): a client that
 * tries to connect before its kernel has bound could otherwise be given the very port it asks for, and keep it.
 */
const FIRST_PORT = 20000;
const LAST_PORT = 32767;

/** Free loopback ports that no other caller in this process was given. */
export async function reservePorts(count: number): Promise<number[]> {
  const servers = new Map<number, Server>();
  // Long before none is left, the first ones are free again.
  if (handedOut.size > (LAST_PORT - FIRST_PORT) / 2) handedOut.clear();
  while (servers.size < count) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (handedOut.has(port)) continue;
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").catch(() => undefined);
    if (!isFree) continue;
    servers.set(port, server);
    handedOut.add(port);
  }
  for (const server of servers.values()) await promisify(server.close.bind(server))();
  return [...servers.keys()];
}

/** A connection for a new kernel on loopback, with a key of 256 random bits. */
export async function newConnection(kernelName: string): Promise<ConnectionInfo> {
  const ports = await reservePorts(PORTS.length);
  const byName = Object.fromEntries(PORTS.map((name, at) => [name, ports[at]])) as Ports;
  return { ...byName, ...DEFAULTS, key: randomBytes(32).toString("hex"), kernel_name: kernelName };
}

/** Writes a new file that only its owner can read; returns its path. */
export function writeConnectionFile(connection: ConnectionInfo): string {
  const path = join(tmpdir(), `egov-kz-kernel-${randomUUID()}.json`);
  try {
    writeFileSync(path, JSON.stringify(connection, null, 1), { mode: 0o600, flag: "wx" });
  } catch (error) {
    rmSync(path, { force: true });
    throw new Error(`cannot write ${path}: ${(error as Error).message}`, { cause: error });
  }
  return path;
}

/** @throws Error naming the file when it cannot be read, is not JSON or lacks a field */
export function readConnectionFile(path: string): ConnectionInfo {
  let connection: ConnectionInfo;
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as ConnectionInfo;
    connection = { ...DEFAULTS, ...read, key: read.key ?? "" };
  } catch (error) {
    const { message } = error as Error;
    const readable = `readConnectionFile requires a readable JSON file, got ${path}: ${message}`;
    throw new Error(readable, { cause: error });
  }
  const missing = PORTS.find((name) => !Number.isInteger(connection[name]));
  if (missing) throw new Error(`readConnectionFile found no "${missing}" in ${path}`);
  for (const [name, what] of Object.entries({
    transport: "transport",
    signature_scheme: "signature scheme",
  })) {
    const [only, got] = [DEFAULTS, connection].map((one) => one[name as keyof typeof DEFAULTS]);
    if (got !== only) throw new Error(`readConnectionFile requires the ${what} ${only}, got "${got}"`);
  }
  return connection;
}
