/** The runner's thread that compiles cells for its kernels: a compiler that is warm, and not loaded once per kernel. */
import { parentPort } from "node:worker_threads";
import { withMaps } from "./compiler.js";
import type { CompileAnswer, CompileRequest } from "./compile-messages.js";
import { lightConverter, type LightConverter } from "./light-converter.js";

const converters = new Map<string, LightConverter>();

parentPort!.on("message", ({ id, folder, previous, source }: CompileRequest & { folder: string }) => {
  const converter = converters.get(folder) ?? lightConverter(folder);
  converters.set(folder, converter);
  const conversion = converter.convert(previous, source);
  if (!conversion) {
    converter.close();
    converters.delete(folder);
  }
  const answer: CompileAnswer = { id, compiled: conversion && withMaps(conversion, source) };
  parentPort!.postMessage(answer);
});
