## Kopya, at ano ang naitama
rights-copy = Kopya ng lahat
copy-title = Kopya ng lahat ng hawak
copy-paper = Sinasabi ng papel sa simpleng salita ang lahat ng hawak ng rehistro tungkol sa taong ito, ano ang napagkasunduan, saan ito nakatago at ano ang naitama.
copy-hand = Ibigay ito sa tao, o sa pinagkakatiwalaan niya, at wala nang iba. Isinusulat na may ginawang kopya, hindi kung kanino.
print-words = Wika ng papel
history-corrected = Ang mga naitama lang
history-corrected-none = Wala pang naitama.
