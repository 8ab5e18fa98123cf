import type { BlattTexte } from "./form.ts";

export const EN: BlattTexte = {
  titel: { einbuergerung: "Naturalisation", aufenthalt: "Residence" },
  stand: "As of {tag}.",
  hinweis:
    "This sheet is for information only and is based on what you have told us. The authority decides whether you meet every condition. A lawyer gives legal advice.",
  gesetz: "What the law says is in German below. Ask us: we will explain it to you.",
  zustaendig: "Authority in charge",
  bedingungen: "Conditions",
  unterlagen: "Papers",
  licht: {
    erfuellt: "met",
    offen: "open",
    unbekannt: "nothing in your file",
    nicht: "not met",
  },
  themen: {
    aufenthalt: "How long you have been allowed to live in Germany",
    titel: "Which residence permit or protection you have",
    unterhalt: "What you live on",
    deutsch: "How well you know German",
    kenntnisse: "What you know about life and law in Germany",
    identitaet: "Who you are: passport or other papers",
    mehrstaatigkeit: "Your present nationality",
    leistungen: "What you have done especially well, for example at school, at work or as a volunteer",
    ehe: "Your marriage or civil partnership",
    wohnung: "Where you live",
    alter: "How old you are when you apply",
    schule: "School or qualifications, yours or your children's",
    sonst: "The authority checks this itself",
  },
  fragen: "Questions are answered by",
  nichtGeprueft: "This translation has not been officially checked. In case of doubt the German text applies.",
};

export const ES: BlattTexte = {
  titel: { einbuergerung: "Naturalización", aufenthalt: "Residencia" },
  stand: "Situación a {tag}.",
  hinweis:
    "Esta hoja es solo informativa y se basa en lo que usted nos ha dicho. La autoridad decide si cumple todas las condiciones. El asesoramiento jurídico lo da una abogada o un abogado.",
  gesetz: "Lo que dice la ley está abajo en alemán. Pregúntenos: se lo explicamos.",
  zustaendig: "Autoridad competente",
  bedingungen: "Condiciones",
  unterlagen: "Documentos",
  licht: {
    erfuellt: "se cumple",
    offen: "pendiente",
    unbekannt: "no consta en su expediente",
    nicht: "no se cumple",
  },
  themen: {
    aufenthalt: "Cuánto tiempo lleva viviendo legalmente en Alemania",
    titel: "Qué permiso de residencia o protección tiene",
    unterhalt: "De qué vive",
    deutsch: "Cuánto alemán sabe",
    kenntnisse: "Qué sabe de la vida y las leyes en Alemania",
    identitaet: "Quién es usted: pasaporte u otros documentos",
    mehrstaatigkeit: "Su nacionalidad actual",
    leistungen: "Lo que ha hecho especialmente bien, por ejemplo en la escuela, el trabajo o como voluntario",
    ehe: "Su matrimonio o pareja registrada",
    wohnung: "Dónde vive",
    alter: "Qué edad tiene al presentar la solicitud",
    schule: "Escuela o títulos, suyos o de sus hijos",
    sonst: "Esto lo examina la propia autoridad",
  },
  fragen: "Responde a sus preguntas",
  nichtGeprueft: "Esta traducción no ha sido revisada oficialmente. En caso de duda vale el texto alemán.",
};
