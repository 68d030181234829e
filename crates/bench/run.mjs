// Counts Pabulib files in WebAssembly, natively and with a peer, in one run, and prints ratios: `cargo xtask bench`.
//
//   node run.mjs BENCH.js BASKETRY PYTHON [FILE.pb...]
//
// Without a file it counts a made-up city of 90,000 voters and 160 projects, and one of a million and 100.
// BENCH.js is the module of this crate, BASKETRY the command, PYTHON one with pabutools, or `-` for none. What the
// peer takes longer than PEER_SECONDS for is left out.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const [module, basketry, python, ...files] = process.argv.slice(2);
const { Poll, city } = createRequire(import.meta.url)(module);
const ROUNDS = 5;
const PEER_SECONDS = Number(process.env.PEER_SECONDS ?? 120);
const COUNTS = [["greedy", "none"], ["equal-shares", "none"], ["equal-shares", "add1"], ["phragmen", "none"]];

/** The least time of several rounds, in milliseconds, with what came of it. Rounds end early when they are long. */
function least(run) {
  let best = Infinity;
  let result;
  const start = performance.now();
  for (let round = 0; round < ROUNDS && (round === 0 || performance.now() - start < 5000); round += 1) {
    const from = performance.now();
    result = run();
    best = Math.min(best, performance.now() - from);
  }
  return { time: best, result };
}

function peer(file, rule, completion) {
  if (python === "-") return undefined;
  try {
    const options = { encoding: "utf8", timeout: PEER_SECONDS * 1000, stdio: ["ignore", "pipe", "ignore"] };
    return JSON.parse(execFileSync(python, [join(import.meta.dirname, "peer.py"), file, rule, completion], options));
  } catch {
    return undefined;
  }
}

const ms = (time) => (time < 100 ? time.toPrecision(2) : Math.round(time)).toString();
const times = (ours, theirs) => (theirs === undefined ? "–" : `${Math.round(theirs / ours)} ×`);
const same = (ours, theirs, rule) => {
  if (theirs === undefined) return "–";
  const order = rule === "phragmen" ? (ids) => ids.toSorted() : (ids) => ids;
  return order(ours).join() === order(theirs).join() ? "yes" : "NO";
};

const folder = mkdtempSync(join(tmpdir(), "basketry-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
if (files.length === 0) {
  for (const [voters, projects] of [[90_000, 160], [1_000_000, 100]]) {
    files.push(join(folder, `city-${voters}-${projects}.pb`));
    writeFileSync(files.at(-1), city(voters, projects));
  }
}

for (const file of files) {
  const bytes = readFileSync(file);
  const { time: read, result: poll } = least(() => new Poll(bytes));
  console.log(`\n${basename(file)}: ${poll.voters()} ballots, ${(bytes.length / 1e6).toFixed(1)} MB; read in ${ms(read)} ms\n`);
  console.log("| count | in WebAssembly, ms | the command, with reading, ms | peer to WebAssembly, count | with reading | same |");
  console.log("|---|---|---|---|---|---|");
  for (const [rule, completion] of COUNTS) {
    const { time: count, result } = least(() => poll.count(rule, completion));
    const args = ["count", file, "--rule", rule, "--completion", completion, "--ties", "lexicographic", "--format", "json"];
    const { time: native } = least(() => execFileSync(basketry, args, { stdio: ["ignore", "ignore", "ignore"] }));
    const theirs = peer(file, rule, completion);
    const [theirCount, theirAll] = theirs ? [theirs.count * 1000, (theirs.read + theirs.count) * 1000] : [];
    const ids = result === "" ? [] : result.split(",");
    console.log(`| ${rule}${completion === "none" ? "" : `, ${completion}`} | ${ms(count)} | ${ms(native)} | ${times(count, theirCount)} `
      + `| ${times(count + read, theirAll)} | ${same(ids, theirs?.selected, rule)} |`);
  }
}
