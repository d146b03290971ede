/** Where on the hall's server the manual in force is, as a signed pack, and where the more kinds are. */
export const packPath = '/manual/pack.zip'
export const morePath = '/manual/more-kinds.json'
