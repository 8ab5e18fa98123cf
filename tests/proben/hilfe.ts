import { KAPITEL } from "../../src/domains/hilfe/queries/handbuch.ts";
import { type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const niemand = besuch("niemand");

export const probe: Probe = {
  wege: {
    "/hilfe": [beraterin("/hilfe")],
    "/hilfe/:kapitel": KAPITEL.map(({ adresse }) => nur("beraterin", `/hilfe/${adresse}`)),
    "/datenschutz": [niemand("/datenschutz")],
    "/barrierefreiheit": [niemand("/barrierefreiheit")],
  },
  make: async () => ({ kapitel: "erste-schritte" }),
};
