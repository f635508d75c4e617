/** Keys pressed while the scripts of the page are still on their way; Shortcuts presses them once it stands. */
declare global {
  interface Window {
    earlyKeys?: KeyboardEvent[] & { stop?: () => void }
  }
}

/** Runs within the page, before all other scripts: notes the keys that are not typed into a field. */
export const noteEarlyKeys = `(function(){
var keys=window.earlyKeys=[];
function note(event){if(!event.target.closest('input,textarea,select'))keys.push(event)}
document.addEventListener('keydown',note);
keys.stop=function(){document.removeEventListener('keydown',note)}
})()`

/** The keys noted so far, in order; from now on none are noted. */
export function takeEarlyKeys(): KeyboardEvent[] {
  const keys = window.earlyKeys ?? []
  keys.stop?.()
  delete window.earlyKeys
  return keys
}
