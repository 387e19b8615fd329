export function weakTexts() {
  // Texts whose contrast to what is behind them is below 4.5 (WCAG AA). Runs in the page: names nothing from outside.

  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  const rgb = (colour) => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = colour
    brush.fillRect(0, 0, 1, 1)
    return [...brush.getImageData(0, 0, 1, 1).data]
  }
  const light = (colour) => {
    const [r = 0, g = 0, b = 0] = colour.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    if (!element) return [255, 255, 255, 255]
    const colour = rgb(getComputedStyle(element).backgroundColor)
    return colour[3] === 255 ? colour : behind(element.parentElement)
  }
  const owners = [...document.querySelectorAll('body *')].filter((element) => {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    return hasText && element.getClientRects().length > 0
  })
  return owners.flatMap((element) => {
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    return contrast < 4.5 ? [`${element.textContent?.slice(0, 30)}: ${contrast.toFixed(2)}`] : []
  })
}
