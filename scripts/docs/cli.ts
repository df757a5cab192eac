import type { Command } from '#cli/command.ts'
import { COMMANDS } from '#cli/commands.ts'
import { COMMON, EXIT_CODES, spelling, usageOf } from '#cli/help.ts'

/** docs/cli.md */
export function commandsPage(commands: Command[] = COMMANDS): string {
  return `# The command

<!-- Written by \`npm run docs\` from the commands in cli/commands. Do not edit. -->

\`latchkey\` is the operator’s command. In a checkout it is \`npx latchkey …\` or \`npm run latchkey -- …\`. Run it with the environment of the
server ([configuration.md](configuration.md)); it has the same settings. It works beside a running server and never migrates its database. Where a
server must be stopped, the command says so and refuses to run.

Results are on standard output, as text for people or with \`--json\` as one JSON object. Why a command was refused is one sentence on standard
error, or with \`--json\` the member \`error\`. Members are added to the objects, and never renamed. No secret and no password is ever printed, but for the link of an invitation, once.

| exit code | meaning |
|---|---|
${EXIT_CODES.map(([code, meaning]) => `| ${code} | ${meaning} |`).join('\n')}

| command | what it does |
|---|---|
${commands.map(({ name, summary }) => `| [\`${name}\`](#${name.replaceAll(' ', '-')}) | ${summary} |`).join('\n')}

${commands.map(sectionOf).join('\n')}`
}

function sectionOf(command: Command): string {
  const { name, summary, about, options, examples } = command
  const rows = Object.entries({ ...options, ...COMMON }).map(
    ([option, it]) => `| \`${spelling(option, it).replaceAll('|', '\\|')}\` | ${it.about} |`,
  )
  return `## ${name}

${summary}.

\`\`\`text
${usageOf(command).join('\n')}
\`\`\`

${about.join('\n\n')}

| option | meaning |
|---|---|
${rows.join('\n')}

\`\`\`sh
${examples.map(({ line, does }) => `# ${does}\n${line}`).join('\n\n')}
\`\`\`
`
}
