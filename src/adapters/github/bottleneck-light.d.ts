/** The build that Octokit's own plugin uses: the same class without the Redis clients. It ships no types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck'
}
