import { type Probe, nur } from "../journeys/probe.ts";

export const probe: Probe = {
  wege: {
    "/protokoll": [
      nur("datenschutz", "/protokoll"),
      nur("datenschutz", "/protokoll?was=geoeffnet"),
      nur("datenschutz", "/protokoll?von=2020-01-01&bis=2020-01-02"),
    ],
  },
  after: ["beratungen"],
};
