import type { BriefWorte } from "./index.ts";

export const EN: BriefWorte = {
  titel: { einladung: "Invitation to an appointment", mitbringen: "What to bring" },
  anrede: "Hello",
  beginn: {
    einladung: "we would like to invite you to a talk:",
    mitbringen: "to help you we need some papers from you.",
  },
  wann: "When",
  wo: "Where",
  mitbringen: "Please bring:",
  da: "We already have:",
  nurDeutsch: "This is written in German only:",
  aufDeutsch: "We also write to you in German:",
  gruss: "Kind regards",
  nichtGeprueft: "This translation has not been officially checked. In case of doubt the German letter applies.",
};

export const ES: BriefWorte = {
  titel: { einladung: "Invitación a una cita", mitbringen: "Lo que debe traer" },
  anrede: "Buenos días",
  beginn: {
    einladung: "le invitamos a una conversación:",
    mitbringen: "para ayudarle necesitamos algunos documentos.",
  },
  wann: "Cuándo",
  wo: "Dónde",
  mitbringen: "Por favor, traiga:",
  da: "Esto ya lo tenemos:",
  nurDeutsch: "Esto está escrito solo en alemán:",
  aufDeutsch: "Además le escribimos en alemán:",
  gruss: "Atentamente",
  nichtGeprueft: "Esta traducción no ha sido revisada oficialmente. En caso de duda vale la carta en alemán.",
};
