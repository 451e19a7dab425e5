"""Countries by their ISO 3166 letters, as far as demonstrations and partners name them, and currencies of customs papers."""

from madang.kernel.words import Words

HOME = "KR"
COUNTRY_WORDS = {
    "KR": Words("대한민국", "Korea"), "AE": Words("아랍에미리트", "United Arab Emirates"),
    "AU": Words("호주", "Australia"), "BE": Words("벨기에", "Belgium"), "BR": Words("브라질", "Brazil"),
    "CA": Words("캐나다", "Canada"), "CH": Words("스위스", "Switzerland"), "CN": Words("중국", "China"),
    "CZ": Words("체코", "Czechia"), "DE": Words("독일", "Germany"), "DK": Words("덴마크", "Denmark"),
    "EE": Words("에스토니아", "Estonia"), "ES": Words("스페인", "Spain"), "FI": Words("핀란드", "Finland"),
    "FR": Words("프랑스", "France"), "GB": Words("영국", "United Kingdom"), "GR": Words("그리스", "Greece"),
    "ID": Words("인도네시아", "Indonesia"), "IL": Words("이스라엘", "Israel"), "IN": Words("인도", "India"),
    "IT": Words("이탈리아", "Italy"), "JP": Words("일본", "Japan"), "KZ": Words("카자흐스탄", "Kazakhstan"),
    "MX": Words("멕시코", "Mexico"), "MY": Words("말레이시아", "Malaysia"), "NL": Words("네덜란드", "Netherlands"),
    "NO": Words("노르웨이", "Norway"), "PH": Words("필리핀", "Philippines"), "PL": Words("폴란드", "Poland"),
    "SA": Words("사우디아라비아", "Saudi Arabia"), "SE": Words("스웨덴", "Sweden"), "SG": Words("싱가포르", "Singapore"),
    "TH": Words("태국", "Thailand"), "TR": Words("튀르키예", "Türkiye"), "TW": Words("대만", "Taiwan"),
    "US": Words("미국", "United States"), "UZ": Words("우즈베키스탄", "Uzbekistan"), "VN": Words("베트남", "Vietnam"),
}  # fmt: skip
CURRENCY_WORDS = {
    "KRW": Words("원(KRW)", "Korean won (KRW)"), "USD": Words("미국 달러(USD)", "US dollar (USD)"),
    "EUR": Words("유로(EUR)", "Euro (EUR)"), "JPY": Words("일본 엔(JPY)", "Japanese yen (JPY)"),
    "GBP": Words("영국 파운드(GBP)", "Pound sterling (GBP)"), "SGD": Words("싱가포르 달러(SGD)", "Singapore dollar (SGD)"),
    "CNY": Words("중국 위안(CNY)", "Chinese yuan (CNY)"), "VND": Words("베트남 동(VND)", "Vietnamese dong (VND)"),
    "IDR": Words("인도네시아 루피아(IDR)", "Indonesian rupiah (IDR)"), "AED": Words("아랍에미리트 디르함(AED)", "UAE dirham (AED)"),
}  # fmt: skip
