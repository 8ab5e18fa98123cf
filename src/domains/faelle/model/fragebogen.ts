import { z } from "zod";
import { DRUCKSPRACHE, type Drucksprache } from "../../codelisten/model/druck-sprachen.ts";

/**
 * The one question that a person is asked at the end, in every language that something is printed in. The translations are not
 * officially checked; the page says so to whoever counsels.
 */
export type Fragebogen = {
  readonly frage: string;
  readonly hinweis: string;
  /** From 1 (very satisfied) to 5. */
  readonly antworten: readonly [string, string, string, string, string];
  readonly keine: string;
  readonly danke: string;
};

export const FRAGEBOGEN: Readonly<Record<Drucksprache, Fragebogen>> = {
  ar: {
    frage: "ما مدى رضاك عن الاستشارة والمرافقة؟",
    hinweis: "إجابتك اختيارية، وليس لها أي تأثير على الدعم المقدَّم لك.",
    antworten: ["راضٍ جدًا", "راضٍ", "راضٍ جزئيًا", "غير راضٍ", "غير راضٍ إطلاقًا"],
    keine: "لا أرغب في الإجابة",
    danke: "شكرًا على إجابتك.",
  },
  de: {
    frage: "Wie zufrieden sind Sie mit der Beratung und Begleitung?",
    hinweis: "Ihre Antwort ist freiwillig. Sie hat keine Folgen für die Hilfe, die Sie bekommen.",
    antworten: ["sehr zufrieden", "zufrieden", "teils, teils", "unzufrieden", "sehr unzufrieden"],
    keine: "Ich möchte nicht antworten",
    danke: "Danke für Ihre Antwort.",
  },
  de_leicht: {
    frage: "Wie fanden Sie unsere Hilfe?",
    hinweis: "Sie müssen nicht antworten. Ihre Antwort schadet Ihnen nicht.",
    antworten: ["sehr gut", "gut", "mittel", "schlecht", "sehr schlecht"],
    keine: "Das sage ich nicht",
    danke: "Danke für Ihre Antwort.",
  },
  en: {
    frage: "How satisfied are you with the advice and support?",
    hinweis: "Your answer is voluntary. It has no effect on the support you receive.",
    antworten: ["very satisfied", "satisfied", "partly satisfied", "dissatisfied", "very dissatisfied"],
    keine: "I would rather not answer",
    danke: "Thank you for your answer.",
  },
  es: {
    frage: "¿Qué tan satisfactorios le parecen el asesoramiento y el acompañamiento?",
    hinweis: "Su respuesta es voluntaria y no tiene consecuencias para la ayuda que recibe.",
    antworten: ["muy satisfactorios", "satisfactorios", "en parte", "insatisfactorios", "muy insatisfactorios"],
    keine: "Prefiero no responder",
    danke: "Gracias por su respuesta.",
  },
  fa: {
    frage: "از مشاوره و همراهی چقدر راضی هستید؟",
    hinweis: "پاسخ دادن داوطلبانه است و هیچ تأثیری بر کمکی که دریافت می‌کنید ندارد.",
    antworten: ["خیلی راضی", "راضی", "تا حدی راضی", "ناراضی", "خیلی ناراضی"],
    keine: "ترجیح می‌دهم پاسخ ندهم",
    danke: "از پاسخ شما سپاسگزاریم.",
  },
  pl: {
    frage: "Jak oceniają Państwo doradztwo i wsparcie?",
    hinweis: "Odpowiedź jest dobrowolna i nie ma wpływu na udzielaną pomoc.",
    antworten: ["bardzo dobrze", "dobrze", "średnio", "źle", "bardzo źle"],
    keine: "Wolę nie odpowiadać",
    danke: "Dziękujemy za odpowiedź.",
  },
  ru: {
    frage: "Как Вы оцениваете консультации и сопровождение?",
    hinweis: "Отвечать необязательно. Ответ не влияет на помощь, которую Вы получаете.",
    antworten: ["очень хорошо", "хорошо", "средне", "плохо", "очень плохо"],
    keine: "Не хочу отвечать",
    danke: "Спасибо за ответ.",
  },
  tr: {
    frage: "Danışmanlık ve destekten ne kadar memnunsunuz?",
    hinweis: "Cevap vermek isteğe bağlıdır ve aldığınız desteği etkilemez.",
    antworten: ["çok memnunum", "memnunum", "kısmen memnunum", "memnun değilim", "hiç memnun değilim"],
    keine: "Cevap vermek istemiyorum",
    danke: "Cevabınız için teşekkür ederiz.",
  },
  uk: {
    frage: "Як Ви оцінюєте консультації та супровід?",
    hinweis: "Відповідати необов’язково. Відповідь не впливає на допомогу, яку Ви отримуєте.",
    antworten: ["дуже добре", "добре", "посередньо", "погано", "дуже погано"],
    keine: "Не хочу відповідати",
    danke: "Дякуємо за відповідь.",
  },
};

/** How an answer is called for whoever counsels, whatever the language it was given in. */
export const wertWort = (wert: number | null): string =>
  wert === null ? "wollte nicht antworten" : (FRAGEBOGEN.de.antworten[wert - 1] ?? "");

/** One of the buttons that the person presses. */
export const RueckmeldungEingabe = z.object({
  sprache: z.enum(DRUCKSPRACHE, "Wählen Sie eine Sprache."),
  wert: z
    .enum(["1", "2", "3", "4", "5", "keine"], "Wählen Sie eine Antwort.")
    .transform((typed) => (typed === "keine" ? null : Number(typed))),
});
export type RueckmeldungEingabe = z.output<typeof RueckmeldungEingabe>;
