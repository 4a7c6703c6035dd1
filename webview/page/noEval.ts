import * as z from "zod/mini";

/**
 * Imported before any schema is built: the page's policy forbids eval, and zod would probe for it once,
 * which the browser reports as a violation.
 */
z.config({ jitless: true });
