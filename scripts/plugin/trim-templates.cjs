/**
 * A webpack loader: takes the indentation off every line. In our sources only
 * Lit templates hold line breaks inside a literal, and to HTML one blank is as
 * good as many.
 */
module.exports = (source) => source.replace(/\n[ \t]+/g, "\n");
