import type { BriefWorte } from "./brief-worte.ts";

export const RU: BriefWorte = {
  titel: { einladung: "Приглашение на встречу", mitbringen: "Что взять с собой" },
  anrede: "Здравствуйте,",
  beginn: {
    einladung: "мы приглашаем вас на беседу:",
    mitbringen: "чтобы помочь вам, нам нужны документы.",
  },
  wann: "Когда",
  wo: "Где",
  mitbringen: "Пожалуйста, возьмите с собой:",
  da: "Это у нас уже есть:",
  aufDeutsch: "Кроме того, мы пишем вам по-немецки:",
  gruss: "С уважением",
  nichtGeprueft: "Этот перевод официально не проверен. В случае сомнений действует письмо на немецком языке.",
};

export const UK: BriefWorte = {
  titel: { einladung: "Запрошення на зустріч", mitbringen: "Що взяти з собою" },
  anrede: "Добрий день,",
  beginn: {
    einladung: "ми запрошуємо вас на розмову:",
    mitbringen: "щоб допомогти вам, нам потрібні документи.",
  },
  wann: "Коли",
  wo: "Де",
  mitbringen: "Будь ласка, візьміть із собою:",
  da: "Це в нас уже є:",
  aufDeutsch: "Крім того, ми пишемо вам німецькою:",
  gruss: "З повагою",
  nichtGeprueft: "Цей переклад офіційно не перевірено. У разі сумнівів діє лист німецькою мовою.",
};
