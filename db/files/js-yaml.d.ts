/** What is used of js-yaml 4, which brings no types. */
declare module 'js-yaml' {
  type Scalar = {
    kind: 'scalar'
    resolve: (text: string | null) => boolean
    construct: (text: string | null) => unknown
  }
  type Type = { readonly tag: string }
  type Schema = { extend(types: { implicit: Type[] }): Schema }
  export const Type: new (tag: string, options: Scalar) => Type
  export const FAILSAFE_SCHEMA: Schema
  export function load(text: string, options: { schema: Schema }): unknown
}
