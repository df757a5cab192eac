export { generateMetadata, Nowhere as default } from '#app/_web/nowhere.tsx'
