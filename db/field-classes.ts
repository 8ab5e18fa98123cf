/** What a column holds, in a word how it is stored, and where a value of that kind may appear. */
export const CLASSES = {
  /** Keys, versions, states: says nothing about a person by itself. */
  technik: { stored: "technisch", sealed: false, secret: false, channels: ["seite", "protokoll", "log"] },
  /** Names of offices, places, employers. */
  amtlich: { stored: "Klartext", sealed: false, secret: false, channels: ["seite", "bericht", "export"] },
  /** Files of a released report, byte for byte: whoever asks may have them. */
  veroeffentlicht: { stored: "Klartext", sealed: false, secret: false, channels: ["seite", "bericht", "export"] },
  /** Codes that the figures need: theme, date, Kommune, age band, language. */
  kode: { stored: "Kode", sealed: false, secret: false, channels: ["seite", "bericht"] },
  /** Who somebody is: name, birth date, address. */
  kennung: { stored: "versiegelt", sealed: true, secret: false, channels: ["seite"] },
  /** What somebody wrote about a person. */
  inhalt: { stored: "versiegelt", sealed: true, secret: false, channels: ["seite"] },
  /** Keyed hashes: find an equal value again, tell nothing. */
  hash: { stored: "Schlüssel-Hash", sealed: true, secret: true, channels: [] },
  /** Passwords, second factors, wrapped keys. Never leaves the server. */
  geheimnis: { stored: "Geheimnis", sealed: true, secret: true, channels: [] },
  /** Keyed hashes of name parts, as numbers. */
  token: { stored: "Schlüssel-Hash", sealed: false, secret: true, channels: [] },
  /** Instants of technical events of staff accounts (sign-in), never of a consultation. */
  zeitpunkt: { stored: "Zeitpunkt", sealed: false, secret: false, channels: ["seite", "protokoll"] },
} as const;

export type FieldClass = keyof typeof CLASSES;
