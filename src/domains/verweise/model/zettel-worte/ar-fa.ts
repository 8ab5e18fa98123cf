import type { Worte } from "./index.ts";

export const AR: Worte = {
  titel: "هنا تحصل على المساعدة",
  stelle: "الجهة",
  angebot: "العرض",
  anschrift: "العنوان",
  telefon: "الهاتف",
  email: "البريد الإلكتروني",
  zeiten: "أوقات الدوام",
  termin: "موعدك",
  mitbringen: "أحضر معك",
  zeigen: "أظهر هذه الورقة هناك.",
  fragen: "إذا كانت لديك أسئلة فمركز الاستشارة يساعدك:",
  nichtGeprueft: "ترجمة الكلمات في هذه الورقة غير مدققة رسميًا.",
};

export const FA: Worte = {
  titel: "اینجا به شما کمک می‌کنند",
  stelle: "محل",
  angebot: "خدمات",
  anschrift: "نشانی",
  telefon: "تلفن",
  email: "ایمیل",
  zeiten: "ساعت‌های کاری",
  termin: "وقت شما",
  mitbringen: "با خود بیاورید",
  zeigen: "این برگه را در آنجا نشان دهید.",
  fragen: "اگر پرسشی دارید، مشاور شما کمک می‌کند:",
  nichtGeprueft: "ترجمهٔ واژه‌های این برگه به‌طور رسمی بررسی نشده است.",
};
