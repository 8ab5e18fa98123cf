import type { Route } from "../../../platform/access.ts";
import * as abrechnung from "./abrechnung.tsx";
import * as einsaetze from "./einsaetze.tsx";
import * as einsatzForm from "./einsatz-form.tsx";
import * as schritt from "./einsatz-schritt.tsx";
import * as einsatz from "./einsatz-show.tsx";
import * as ausleihe from "./geraet-ausleihe.tsx";
import * as geraetForm from "./geraet-form.tsx";
import * as geraet from "./geraet-show.tsx";
import * as geraete from "./geraete.tsx";
import * as poolForm from "./pool-form.tsx";
import * as poolShow from "./pool-show.tsx";
import * as pool from "./pool.tsx";
import * as satzbuch from "./satzbuch.tsx";
import * as uebersetzen from "./uebersetzen.tsx";
import * as zeigen from "./zeigen.tsx";

/** Every address of the room; fixed ones before those with an id. */
export const routes: readonly Route[] = [
  satzbuch.show,
  satzbuch.druck,
  zeigen.show,
  uebersetzen.show,
  uebersetzen.run,
  pool.show,
  poolForm.neu.show,
  poolForm.neu.save,
  poolShow.show,
  poolForm.edit.show,
  poolForm.edit.save,
  einsaetze.show,
  einsatzForm.neu.show,
  einsatzForm.neu.save,
  abrechnung.show,
  abrechnung.save,
  abrechnung.saveBack,
  einsatz.show,
  einsatzForm.edit.show,
  einsatzForm.edit.save,
  schritt.show,
  schritt.save,
  geraete.show,
  geraetForm.neu.show,
  geraetForm.neu.save,
  geraet.show,
  geraetForm.edit.show,
  geraetForm.edit.save,
  ausleihe.verleihen.show,
  ausleihe.verleihen.save,
  ausleihe.zurueck.show,
  ausleihe.zurueck.save,
  ausleihe.verlaengern.show,
  ausleihe.verlaengern.save,
];
