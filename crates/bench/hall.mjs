// Reads and merges a made-up ballot file in WebAssembly, makes its report, and prints times and memory: `node hall.mjs BENCH.js DIRECTORY`.
//
// BENCH.js is the module of this crate; the directory is one that `--example hall -- write` has filled.
import { openSync, readFileSync, readSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [module, folder] = process.argv.slice(2);
const { Hall, memory } = createRequire(import.meta.url)(module);
const file = join(folder, "hall.ballots.ndjson");
const handle = openSync(file);
const piece = new Uint8Array(1 << 20);
const next = (most) => piece.subarray(0, readSync(handle, piece, 0, Math.min(most, piece.length)));
const before = memory().buffer.byteLength;

const start = performance.now();
const hall = new Hall(readFileSync(join(folder, "hall.basketry.json")), next);
const read = performance.now() - start;
const from = performance.now();
const counted = hall.merge();
const merged = performance.now() - from;
const kept = memory().buffer.byteLength;
const then = performance.now();
const charts = hall.report();
const reported = performance.now() - then;
const each = (bytes) => Math.round(bytes / counted);
console.log(`${counted} ballots of ${each(statSync(file).size)} bytes: read in ${Math.round(read)} ms, merged in `
  + `${Math.round(merged)} ms, ${charts} charts in ${Math.round(reported)} ms; ${each(kept - before)} bytes of memory each, `
  + `and ${each(memory().buffer.byteLength - before)} with the charts`);
