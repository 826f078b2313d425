// Prints "PASSED FAILED" of a mocha JSON report, and on stderr what failed and what was skipped.
import { readFileSync } from "node:fs";

const { stats, failures, passes, pending } = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { fullTitle, err } of failures) {
  console.error(`FAILED: ${fullTitle}\n${err.stack ?? err.message}`);
  // The message leaves out what is long.
  if ("actual" in err) console.error(`actual: ${err.actual}\nexpected: ${err.expected}`);
  console.error();
}
for (const { fullTitle } of passes.filter((test) => test.currentRetry > 0))
  console.error(`at the second try: ${fullTitle}`);
for (const { fullTitle } of pending) console.error(`skipped: ${fullTitle}`);
console.log(`${stats.passes} ${stats.failures}`);
