import { type Probe, nur } from "../journeys/probe.ts";

export const probe: Probe = {
  wege: {
    "/": (["beraterin", "neue", "leitung", "dezernat", "koordination", "administration", "datenschutz"] as const).map(
      (wer) => nur(wer, "/"),
    ),
  },
};
