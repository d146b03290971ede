import { z } from 'zod'

// The policy of the pages forbids code made from text; the schema library must not even try.
z.config({ jitless: true })
