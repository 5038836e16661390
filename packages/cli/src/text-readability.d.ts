declare module 'text-readability' {
  const readable: { fleschKincaidGrade(text: string): number };
  export = readable;
}
