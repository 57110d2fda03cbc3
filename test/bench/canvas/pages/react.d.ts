// As much of React as the bench uses; its own types are not among the dependencies.
declare module 'react' {
  export type ReactElement = object
  export function createElement(type: unknown, props?: object | null, ...children: readonly unknown[]): ReactElement
  export const Fragment: unique symbol
  export function memo<T>(component: T): T
  export function useEffect(effect: () => void, dependencies: readonly unknown[]): void
}

declare module 'react-dom/client' {
  export function createRoot(element: Element): { render(element: object): void }
}
