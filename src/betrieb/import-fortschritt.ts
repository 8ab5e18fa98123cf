import type { Fortschritt } from "../domains/uebernahme/index.ts";
import { complain } from "./terminal.ts";

const STEP = 0.1;

/** A line for every tenth, where somebody is watching. */
export function onTerminal(was: string): Fortschritt {
  let told = 0;
  const tell = (anteil: number) => {
    if (!process.stderr.isTTY || anteil < told + STEP) return;
    told = anteil;
    complain(`${was}: ${Math.floor(anteil * 100)} %`);
  };
  return { tell, finish: async () => undefined };
}
