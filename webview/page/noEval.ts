import * as z from "zod/mini";

/**
 * This file is imported before any schema is built. The page's policy forbids eval, and zod would try it once,
 * which the browser would report as a violation.
 */
z.config({ jitless: true });
