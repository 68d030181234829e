// The worker that opens files and counts, made to behave as a journey needs it.
import assert from "node:assert/strict";
import { eventually } from "./app.mjs";

/** The worker reads a file in pieces of so many bytes. */
export const PIECE = 1_048_576;

/** Runs something in the one worker of a page. */
export async function inWorker(page, run, about) {
  const worker = await eventually(page, async () => {
    assert.equal(page.workers().length, 1, "workers");
    return page.workers()[0];
  });
  await worker.evaluate(run, about);
}

/** Runs in the worker: it never comes to the second whole piece of a file. */
export function neverDone(size) {
  const read = FileReaderSync.prototype.readAsArrayBuffer;
  let pieces = 0;
  FileReaderSync.prototype.readAsArrayBuffer = function (piece) {
    pieces += piece.size === size;
    while (pieces > 1);
    return read.call(this, piece);
  };
}
