/** What DOS programs of Western Europe mean by the bytes from 0x80 on; no decoder of the runtime knows it (IBM, CP 850). */
const ABOVE_ASCII =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";

/** Text of Codepage 850. */
export function codepage850(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (const byte of bytes) pieces.push(byte < 0x80 ? String.fromCodePoint(byte) : (ABOVE_ASCII[byte - 0x80] ?? ""));
  return pieces.join("");
}
