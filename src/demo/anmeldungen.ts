/** Known to everybody, which is why a demo listens on loopback only. */
export const DEMO_PASSWORT = "Beispiel-fuer-alle-2026";
/** The second factor of all demo accounts, base32: enter it in an authenticator app, or use the page /demo. */
export const DEMO_TOTP = "KIMDEMOKIMDEMOKIMDEMOKIMDEMOKIMD";

export const emailOf = (name: string) => `${name}@demo.example`;
