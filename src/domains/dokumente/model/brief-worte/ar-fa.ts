import type { BriefWorte } from "./index.ts";

export const AR: BriefWorte = {
  titel: { einladung: "دعوة إلى موعد", mitbringen: "ما تحضره معك" },
  anrede: "مرحبا",
  beginn: {
    einladung: "ندعوك إلى محادثة معنا:",
    mitbringen: "نحتاج منك إلى بعض الأوراق من أجل طلبك.",
  },
  wann: "الموعد",
  wo: "المكان",
  mitbringen: "من فضلك أحضر معك:",
  da: "هذه الأوراق موجودة لدينا:",
  nurDeutsch: "هذا مكتوب هنا بالألمانية فقط:",
  aufDeutsch: "ونكتب لك أيضا بالألمانية:",
  gruss: "مع أطيب التحيات",
  nichtGeprueft: "هذه الترجمة غير مدققة رسميا. وعند الشك تعتمد الرسالة الألمانية.",
};

export const FA: BriefWorte = {
  titel: { einladung: "دعوت به یک قرار", mitbringen: "آنچه با خود می‌آورید" },
  anrede: "سلام",
  beginn: {
    einladung: "شما را به یک گفت‌وگو دعوت می‌کنیم:",
    mitbringen: "برای کار شما به چند مدرک از شما نیاز داریم.",
  },
  wann: "زمان",
  wo: "مکان",
  mitbringen: "لطفا با خود بیاورید:",
  da: "این مدارک را داریم:",
  nurDeutsch: "این فقط به آلمانی نوشته شده است:",
  aufDeutsch: "همچنین به زبان آلمانی برایتان می‌نویسیم:",
  gruss: "با احترام",
  nichtGeprueft: "این ترجمه به‌طور رسمی بررسی نشده است. در صورت تردید نامهٔ آلمانی معتبر است.",
};
