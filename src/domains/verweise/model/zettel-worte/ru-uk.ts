import type { Worte } from "./index.ts";

export const RU: Worte = {
  titel: "Здесь вам помогут",
  stelle: "Куда обратиться",
  angebot: "Что предлагают",
  anschrift: "Адрес",
  telefon: "Телефон",
  email: "Электронная почта",
  zeiten: "Часы работы",
  termin: "Ваша запись",
  mitbringen: "Возьмите с собой",
  zeigen: "Покажите этот лист на месте.",
  fragen: "Если есть вопросы, вам поможет ваш консультант:",
  nichtGeprueft: "Перевод слов на этом листе официально не проверен.",
};

export const UK: Worte = {
  titel: "Тут вам допоможуть",
  stelle: "Куди звернутися",
  angebot: "Що пропонують",
  anschrift: "Адреса",
  telefon: "Телефон",
  email: "Електронна пошта",
  zeiten: "Години роботи",
  termin: "Ваш запис",
  mitbringen: "Візьміть із собою",
  zeigen: "Покажіть цей аркуш на місці.",
  fragen: "Якщо є запитання, вам допоможе ваш консультант:",
  nichtGeprueft: "Переклад слів на цьому аркуші офіційно не перевірено.",
};
