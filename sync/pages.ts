/** What the built pages may load and do, in a citizen's browser as in a window of a PC. */
export const pagePolicy: readonly string[] = [
  ...["default-src 'none'", "script-src 'self'", "font-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  // The hash is that of the one style element which react-aria makes, for touch screens; everything else is in files.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"],
]

/** The media type of a page or of what it loads, by how its name ends. */
export const mediaTypeOf = (extension: string): string => mediaTypes[extension] ?? 'application/octet-stream'

const mediaTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
}
