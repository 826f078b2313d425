/** Connection files: five loopback ports and a key that only their owner can read. */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ConnectionInfo {
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  ip: string;
  key: string;
  transport: string;
  signature_scheme: string;
  kernel_name?: string;
}

const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

/** The ports alone, by their names. */
export function portsOf(connection: ConnectionInfo): Record<string, number> {
  return Object.fromEntries(PORTS.map((name) => [name, connection[name]]));
}

/** Ports handed out by this process: the system may offer a freed one again before its kernel has bound it. */
const handedOut = new Set<number>();

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): a client that
 * tries to connect before its kernel has bound could otherwise be given the very port it asks for, and keep it.
 */
const FIRST_PORT = 20000;
const LAST_PORT = 32767;

/** Free loopback ports that no other caller in this process was given. */
export async function reservePorts(count: number): Promise<number[]> {
  const servers = [];
  const ports: number[] = [];
  // Long before none is left, the first ones are free again.
  if (handedOut.size > (LAST_PORT - FIRST_PORT) / 2) handedOut.clear();
  while (ports.length < count) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (handedOut.has(port)) continue;
    const server = createServer();
    const free = await new Promise<boolean>((resolve) =>
      server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true)),
    );
    if (!free) continue;
    servers.push(server);
    handedOut.add(port);
    ports.push(port);
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A connection for a new kernel on loopback, with a key of 256 random bits. */
export async function newConnection(kernelName: string): Promise<ConnectionInfo> {
  const ports = await reservePorts(PORTS.length);
  const byName = Object.fromEntries(PORTS.map((name, at) => [name, ports[at]!]));
  return {
    ...(byName as Record<(typeof PORTS)[number], number>),
    ip: "127.0.0.1",
    key: randomBytes(32).toString("hex"),
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: kernelName,
  };
}

/** Writes a new file, readable by its owner only; returns its path. */
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

/** @throws Error naming the file when it cannot be read, is no JSON or lacks a field */
export function readConnectionFile(path: string): ConnectionInfo {
  let connection: Partial<ConnectionInfo>;
  try {
    connection = JSON.parse(readFileSync(path, "utf8")) as Partial<ConnectionInfo>;
  } catch (error) {
    throw new Error(
      `readConnectionFile requires a readable JSON file, got ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
  for (const name of PORTS) {
    if (!Number.isInteger(connection[name]))
      throw new Error(`readConnectionFile found no "${name}" in ${path}`);
  }
  const { transport = "tcp", signature_scheme = "hmac-sha256" } = connection;
  if (transport !== "tcp")
    throw new Error(`readConnectionFile requires the transport tcp, got "${transport}"`);
  if (signature_scheme !== "hmac-sha256") {
    throw new Error(
      `readConnectionFile requires the signature scheme hmac-sha256, got "${signature_scheme}"`,
    );
  }
  return { ip: "127.0.0.1", key: "", ...connection, transport, signature_scheme } as ConnectionInfo;
}
