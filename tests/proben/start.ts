import { type Probe, nur } from "../journeys/probe.ts";

export const probe: Probe = {
  wege: {
    "/": [nur("beraterin", "/"), nur("neue", "/"), nur("leitung", "/"), nur("dezernat", "/")],
  },
};
