/** Style sheets are imported for their effect. The bundler gathers them into one file. */
declare module "*.css";
