import type { Worte } from "./index.ts";

export const EN: Worte = {
  titel: "Help for you is here",
  stelle: "Place",
  angebot: "What they offer",
  anschrift: "Address",
  telefon: "Phone",
  email: "E-mail",
  zeiten: "Opening hours",
  termin: "Your appointment",
  mitbringen: "Please bring",
  zeigen: "Show this sheet when you get there.",
  fragen: "If you have questions, your counsellor will help you:",
  nichtGeprueft: "The translation of the words on this sheet has not been officially checked.",
};

export const ES: Worte = {
  titel: "Aquí le ayudan",
  stelle: "Lugar",
  angebot: "Qué ofrecen",
  anschrift: "Dirección",
  telefon: "Teléfono",
  email: "Correo electrónico",
  zeiten: "Horario",
  termin: "Su cita",
  mitbringen: "Traiga consigo",
  zeigen: "Muestre esta hoja al llegar.",
  fragen: "Si tiene preguntas, le ayuda su asesoría:",
  nichtGeprueft: "La traducción de las palabras de esta hoja no ha sido revisada oficialmente.",
};
