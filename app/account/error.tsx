'use client'

export { default } from '#app/_ui/shell/page-error.tsx'
