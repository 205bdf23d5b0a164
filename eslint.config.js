// Lint rules for the page, the ML tower and the tooling. Formatting is Prettier's.
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';

export default tseslint.config(
  { ignores: ['dist', 'build', 'node_modules', 'public', 'playwright-report', 'test-results'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is seeded: use core/random.' },
      ],
      'vue/multi-word-component-names': 'error',
    },
  },
  {
    // AssemblyScript: TypeScript's syntax with decorators on functions and constants, which TypeScript itself refuses.
    files: ['kernels/**/*.ts'],
    languageOptions: { parserOptions: { allowInvalidAST: true } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': { descriptionFormat: '^: decorator$' }, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      // Knows neither `import type` nor that `call_indirect<void>` is a call; every task takes (index, arguments).
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-shadow': 'error',
      'max-lines': ['error', 300],
      'no-constant-condition': 'error',
      'no-dupe-else-if': 'error',
      'no-fallthrough': 'error',
      'no-lonely-if': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-unused-expressions': 'error',
      'no-useless-assignment': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // Features whose texts are messages of vue-i18n: none in the markup.
    files: [
      'src/{app,ui}/**/*.vue',
      'src/features/{about,board,compare,export,inside,judge,lab,lessons,play,runs,slowMotion,train,translate,use}/**/*.vue',
    ],
    rules: {
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['Ganvas', 'PNG', '→', '…', '.', '·', ':', '(', ')', '/', '?', '+', '–', '%', '0'] },
      ],
    },
  },
  // CommonJS has no other way to read what it needs.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  prettier,
);
