import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Files of the repository's folders, as paths from the root with forward slashes; generated ones apart. */
export function filesIn(folders: string[], extensions = ['.ts', '.tsx', '.mjs']): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.includes(path.extname(entry.name)))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort(),
  )
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** Whether the build keeps this file out of the browser. */
export function isServerOnly(file: string): boolean {
  return read(file).startsWith("import 'server-only'")
}

/** Whether the file begins with this directive, like 'use client'. */
export function hasDirective(file: string, directive: string): boolean {
  return read(file).startsWith(`'${directive}'`)
}
