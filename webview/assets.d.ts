/** Style sheets are imported for their effect. The bundler gathers them into one file. */
declare module "*.css";

/** The text of a drawing, which the bundler puts in. */
declare module "*.svg" {
  const text: string;
  export default text;
}
