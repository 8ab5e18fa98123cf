/** A program that does what its first line says: for tests of what runs apart. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { writeFileSync } from "node:fs";

const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { head } = JSON.parse(line);
  if (head === "fill") {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => `${kept.length}/${i}`));
  }
  if (head === "hang") for (;;);
  if (head === "talk") for (;;) if (!say("x".repeat(100_000))) await once(process.stdout, "drain");
  if (head === "die") process.exit(3);
  if (head === "write") {
    try {
      writeFileSync("/tmp/kim-nebenan", "x");
      say("geschrieben");
    } catch (error) {
      say(error instanceof Error && "code" in error ? error.code : "?");
    }
  }
  if (head === "env") say(Object.keys(process.env));
  break;
}
process.exit(0);
