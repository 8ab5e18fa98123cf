/** Sentences that several pages of this room say in the same words. */
export const WRONG_SIGN_IN = "E-Mail-Adresse oder Passwort stimmen nicht. Bitte prüfen Sie beides.";
export const WRONG_PASSWORD = "Das Passwort stimmt nicht. Bitte geben Sie es noch einmal ein.";
export const WRONG_CODE =
  "Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und geben Sie ihn ein.";
export const WRONG_RECOVERY_CODE = "Dieser Wiederherstellungscode stimmt nicht oder wurde schon benutzt.";
export const BUSY = "Gerade sind viele Anmeldungen unterwegs. Bitte versuchen Sie es in einer Minute noch einmal.";
export const STALE_INVITATION =
  "Dieser Link gilt nicht mehr. Er wurde schon benutzt, durch einen neueren ersetzt oder ist abgelaufen.";
export const ASK_ADMINISTRATION = "Bitten Sie Ihre Administration um einen neuen Einladungslink.";
export const WRONG_PROOF =
  "Dieser Code gehört nicht zu Ihrem Zugang von vorher oder wurde schon benutzt. Nehmen Sie den nächsten aus der bisherigen App oder einen anderen Wiederherstellungscode.";
export const WHICH_KREIS =
  "Sie haben Zugänge in mehreren Kreisen. Wählen Sie, wo Sie sich anmelden, und geben Sie das Passwort noch einmal ein.";
