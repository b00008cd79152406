/**
 * The commonest function words of languages that have no phrase list, some fifty each, as the lists have them: enough to tell a language from
 * its near relatives, and sentences from labels.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  bs: 'i u je na se za su da od sa o a koji koja koje kao to iz što će nije bi do kako po ali ne li ili već te ga mu samo sam biti bio bila prije nakon šta ko gdje uvijek također jer još dok između ovaj ova ovo njegov svi oni vrijeme',
};
